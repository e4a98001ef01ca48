use personal_data::{Purpose, Roster, Scanner, School};
fn main() {
    let f = std::env::args().nth(1).unwrap();
    let roster = Roster::from_csv(
        &std::fs::read_to_string(format!("crates/personal-data/tests/data/{f}/roster.csv"))
            .unwrap(),
    )
    .unwrap();
    let s = Scanner::new(
        &roster,
        serde_json::from_str(
            &std::fs::read_to_string(format!("crates/personal-data/tests/data/{f}/school.json"))
                .unwrap(),
        )
        .unwrap(),
    );
    for l in std::io::stdin().lines() {
        let l = l.unwrap();
        println!("{l}");
        for f in s.scan(&l, Purpose::default()).unwrap().findings {
            println!(
                "   {:?} {:?} {} {:?}",
                f.category,
                l.get(f.span.bytes.0..f.span.bytes.1),
                f.confidence,
                f.reasons.iter().map(|r| r.code).collect::<Vec<_>>()
            );
        }
    }
}
