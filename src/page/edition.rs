//! What the service worker is told about one build of the site: its version, and what to keep for a visit without a network.
//!
//! The worker itself is a script (`www/src/worker.ts`); this is the line in front of it, so that another build is another file.

use serde_json::json;

use super::{Place, SHELL};
use crate::data::Lang;

/// One build of the site, by the paths of its files from the root.
#[derive(Clone, Copy, Debug)]
pub struct Edition<'a> {
    /// A name for exactly this build.
    pub version: &'a str,
    /// What the bundler made.
    pub assets: &'a [String],
    /// What of it is kept only once it was used.
    pub later: &'a [String],
    /// The packs and what else lies beside them.
    pub packs: &'a [String],
    /// Every page.
    pub pages: &'a [Place],
}

impl Edition<'_> {
    /// The first line of the service worker.
    ///
    /// Kept first, and without which nothing is kept: the assets, the catalogue, the openings and the empty explorers.
    /// The pages of indicators are kept when they are visited: the empty explorer answers for the others.
    ///
    /// ```
    /// use duibiao::page::Edition;
    /// let edition = Edition { version: "0a1b2c3d", assets: &[], later: &[], packs: &[], pages: &[] };
    /// assert!(edition.line().starts_with("self.edition={\"first\":["));
    /// ```
    #[must_use]
    pub fn line(&self) -> String {
        let is_first_pack = |p: &&String| p.ends_with("/catalogue.json");
        let small = self
            .pages
            .iter()
            .filter(|p| !p.path.starts_with("indicator/"));
        let (openings, others): (Vec<&Place>, _) = small.partition(|p| p.path.is_empty());
        let shells = Lang::ALL.map(|lang| format!("{}/{SHELL}", lang.id()));
        let fixed = ["", "404.html", "favicon.svg"].map(ToOwned::to_owned);
        let first = fixed.into_iter().chain(shells);
        let own = self.assets.iter().filter(|a| !self.later.contains(a));
        let first = first.chain(own.cloned());
        let first = first.chain(self.packs.iter().filter(is_first_pack).cloned());
        let first = first.chain(openings.into_iter().map(Place::from_root));
        let rest = self.packs.iter().filter(|p| !is_first_pack(p)).cloned();
        let rest = rest.chain(others.into_iter().map(Place::from_root));
        let edition = json!({
            "version": self.version,
            "first": first.collect::<Vec<_>>(),
            "rest": rest.collect::<Vec<_>>(),
            "later": self.later,
        });
        format!("self.edition={edition};\n")
    }
}

#[cfg(test)]
mod tests {
    use super::Edition;
    use crate::data::Lang;
    use crate::page::Place;

    #[test]
    fn what_is_needed_first_is_apart_and_indicator_pages_are_not_kept_beforehand() {
        let place = |path: &str| Place {
            lang: Lang::Zh,
            path: path.to_owned(),
        };
        let packs = ["data/1/catalogue.json", "data/1/a.json"].map(ToOwned::to_owned);
        let edition = Edition {
            version: "v",
            assets: &["assets/app.js", "assets/pdf.wasm"].map(ToOwned::to_owned),
            later: &["assets/pdf.wasm".to_owned()],
            packs: &packs,
            pages: &[place(""), place("indicator/gdp/"), place("city/a/")],
        };
        let expected = "self.edition={\"first\":[\"\",\"404.html\",\"favicon.svg\",\"zh/indicator/-/\",\"en/indicator/-/\",\
            \"assets/app.js\",\"data/1/catalogue.json\",\"zh/\"],\"later\":[\"assets/pdf.wasm\"],\"rest\":[\"data/1/a.json\",\"zh/city/a/\"],\"version\":\"v\"};\n";
        assert_eq!(edition.line(), expected);
    }
}
