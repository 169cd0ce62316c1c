//! `duibiao gallery`: every chart in every theme, language and width, and the page that shows them.

use super::cli::Folder;
use super::fixture::Fixture;

#[test]
fn gallery_draws_every_chart_in_every_theme_language_and_width() {
    let folder = Folder::new();

    folder.holds("own", &Fixture::whole());
    let said = folder
        .run(&["gallery", "--data", "own", "-o", "all"])
        .fine();
    // four themes, two languages, three widths
    let n = 24 * duibiao::view::ChartId::ALL.len();
    assert!(said.contains(&format!("{n} pictures")), "{said}");
    let page = String::from_utf8(folder.read("all/index.html")).unwrap();
    assert_eq!(page.matches("loading=\"lazy\"").count(), n);
    for file in page.split("src=\"").skip(1) {
        let file = file.split('"').next().unwrap();
        assert!(folder.read(&format!("all/{file}")).starts_with(b"<svg"));
    }
}
