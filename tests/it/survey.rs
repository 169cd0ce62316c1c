//! tmp
use duibiao::data::{Lang, builtin};
use duibiao::survey::*;
#[test]
fn dump() {
    let data = builtin();
    let group = &data.group(data.defaults().group).members;
    let t = std::time::Instant::now();
    for home in group {
        let s = Survey::of(&data, *home);
        for lang in Lang::ALL {
            let f = s.findings(lang);
            println!("== {:?}", data.region(*home).name.zh);
            for t in &f.tiles {
                println!(
                    "{} {} | {} | {} {}",
                    t.theme,
                    if t.good { "GOOD" } else { "" },
                    t.sentence,
                    t.over_time,
                    t.link.address
                );
            }
        }
    }
    println!("{:?}", t.elapsed());
    let s = Survey::of(&data, data.region_named("wenzhou").unwrap());
    for lang in Lang::ALL {
        let sp = s.speech(lang).unwrap();
        println!(
            "{}",
            serde_json::to_string_pretty(&sp)
                .unwrap()
                .lines()
                .filter(|l| l.contains("\"sentence")
                    || l.contains("says")
                    || l.contains("verdictWord")
                    || l.contains("intro")
                    || l.contains("title\""))
                .collect::<Vec<_>>()
                .join("\n")
        );
        for c in s.changed(8, lang) {
            println!("{} {}", c.sentence, c.link.address);
        }
        for c in s.best(6, lang) {
            println!("+ {}", c.title);
        }
        for c in s.worst(6, lang) {
            println!("- {}", c.title);
        }
        println!("{:#?}", s.peer_choices(lang));
    }
    let t = std::time::Instant::now();
    let c = choices(&data, Lang::Zh);
    println!(
        "{:?} {}",
        t.elapsed(),
        serde_json::to_string(&c).unwrap().len()
    );
}
