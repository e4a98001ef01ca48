//! Days on which things go wrong with a case itself.

use axum::body::Body;
use axum::http::Request;
use jiff::Timestamp;
use schoolhouse::Reply;
use words::{PersonId, Role};

use crate::house::{House, at_school, text};

/// A signal of a parent, taken up by this role.
async fn case(house: &House, leader: Role) -> (String, String) {
    let number = house.signals(house.who(Role::Ouder), &[], None).await;
    let case = house.finds(house.who(leader), &number).await;
    let case = case.expect("on the list");
    house.takes_up(house.who(leader), &case).await;
    (number, case)
}

/// What a query over one table says as a number.
async fn counted(house: &House, sql: &'static str, person: PersonId) -> i64 {
    let mut tx = house.db.read(house.demo.board).await.unwrap();
    let row = tx.one(sql, store::params![person]).await.unwrap();
    row.get("many").unwrap()
}

#[test]
fn who_was_named_by_mistake_is_nobody_in_it() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (number, case) = case(&house, Role::Teamleider).await;
        let child = house.child().await;
        let name = house.joins(leader, &case, child, "gedaan").await;
        let with = "SELECT count(*) AS many FROM case_party WHERE board = $1 AND person = $2";
        assert_eq!(counted(&house, with, child).await, 1);

        // Somebody on whom a measure rests does not just disappear.
        let page = format!("{case}/maatregel");
        let step = ["7.b|waarschuwing", "waarschuwing", "", ""];
        let measure = house.prepares(leader, &case, &name, step).await;
        let party = house.choice(leader, &page, &name).await;
        let wrong = [
            ("wie", party.as_str()),
            ("reden", "Zijn naamgenoot uit een andere klas deed het."),
        ];
        let stays = house
            .post(leader, &format!("{case}/vergissing"), &wrong)
            .await
            .again();
        assert!(stays.contains("staat een maatregel"), "{stays}");
        let drop = [
            ("bij", measure.as_str()),
            ("reden", "De verkeerde leerling."),
        ];
        house.does(leader, &case, "laten-vallen", &drop).await;

        house.does(leader, &case, "vergissing", &wrong).await;
        assert_eq!(counted(&house, with, child).await, 0);
        let page = house.says(leader, &case).await;
        assert!(!page.contains(&name), "{page}");
        assert!(
            page.contains("iemand die per vergissing genoemd was"),
            "{page}"
        );
        assert!(page.contains("Zet het recht"), "that is something to do");
        let story = house
            .says(leader, &format!("/zaken/leerling/{child}"))
            .await;
        assert!(!story.contains(&number), "{story}");
        assert!(
            house
                .logged("case_mistaken")
                .await
                .contains(&leader.to_string())
        );
    });
}

#[test]
fn who_decides_sees_what_was_decided_before_and_nobody_in_it() {
    at_school("flex", |house| async move {
        let head = house.who(Role::Directeur);
        let (_, first) = case(&house, Role::Directeur).await;
        let name = house
            .joins(head, &first, house.who(Role::Leerling), "gedaan")
            .await;
        let articles = [("titel", ""), ("artikel", "7.b"), ("artikel", "5.1.i")];
        house.does(head, &first, "artikelen", &articles).await;
        let none = house.says(head, &format!("{first}/maatregel")).await;
        assert!(none.contains("niet eerder") || none.contains("eerder besloten"));
        let step = ["7.b|waarschuwing", "waarschuwing", "", ""];
        let measure = house.prepares(head, &first, &name, step).await;
        let letter = [
            ("bij", measure.as_str()),
            ("brief", "Een waarschuwing."),
            ("stap-brief", "doen"),
        ];
        house.does(head, &first, "opleggen", &letter).await;

        let (_, second) = case(&house, Role::Directeur).await;
        let other = house.child().await;
        let other = house.joins(head, &second, other, "gedaan").await;
        let silent = house.says(head, &format!("{second}/maatregel")).await;
        assert!(
            silent.contains("Zeg eerst welke artikelen spelen"),
            "{silent}"
        );
        house.does(head, &second, "artikelen", &articles[..2]).await;
        for page in ["maatregel", "geen-maatregel"] {
            let page = house.says(head, &format!("{second}/{page}")).await;
            assert!(page.contains("1 keer: waarschuwing"), "{page}");
            assert!(!page.contains(&name), "nobody of the other case: {page}");
        }
        house.hears(head, &second, &other, "horen").await;
        let step = ["7.b|schorsing", "schorsing", "2026-11-23", "2026-11-23"];
        let measure = house.prepares(head, &second, &other, step).await;
        let impose = format!("{second}/opleggen?bij={measure}");
        let page = house.says(head, &impose).await;
        assert!(
            page.contains("zwaarder dan wat eerder besloten is"),
            "{page}"
        );

        // Five school years on it is no example any more, and it is gone.
        let all = "SELECT count(*) AS many FROM case_precedent WHERE board = $1 AND kind <> $2";
        let count = async |house: &House| {
            let mut tx = house.db.read(house.demo.board).await.unwrap();
            let row = tx.one(all, store::params![""]).await.unwrap();
            row.get::<i64>("many").unwrap()
        };
        assert_eq!(count(&house).await, 1);
        cases::jobs::begin_all(&house.db, house.now())
            .await
            .unwrap();
        house.days(365 * 5);
        while house.work().await > 0 {}
        assert_eq!(count(&house).await, 0);
    });
}

#[test]
fn the_verdict_on_what_was_done_stands_in_the_case_and_in_the_log() {
    at_school("flex", |house| async move {
        let (parent, leader) = (house.who(Role::Ouder), house.who(Role::Teamleider));
        let over = "/flex/mag-dit?actie=plaatsen&rollen=leerling&schadelijk=ja&klaar=1";
        let form = house
            .says(
                parent,
                &format!("/melden?over={}", over.replace('&', "%26")),
            )
            .await;
        assert!(form.contains("Dit oordeel van Mag dit? gaat mee"), "{form}");
        let number = house.signals(parent, &[("over", over)], None).await;
        let case = house.finds(leader, &number).await.expect("on the list");
        house.takes_up(leader, &case).await;
        let page = house.says(leader, &case).await;
        assert!(page.contains("Het protocol zegt hierover"), "{page}");

        let elsewhere = [("titel", ""), ("oordeel", "/pcc/mag-dit?actie=plaatsen")];
        let address = format!("{case}/artikelen");
        let wrong = house.post(leader, &address, &elsewhere).await.again();
        assert!(wrong.contains("geen adres van Mag dit?"), "{wrong}");
        let own = [("titel", ""), ("oordeel", over)];
        house.does(leader, &case, "artikelen", &own).await;
        let page = house.says(leader, &case).await;
        assert!(
            page.contains("Het protocol zegt van wat er gebeurde"),
            "{page}"
        );
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let rows = tx
            .all(
                "SELECT receipt FROM log_entry WHERE board = $1 AND kind = $2 AND receipt IS NOT NULL",
                store::params!["case_articles"],
            )
            .await
            .unwrap();
        assert_eq!(rows.len(), 1, "the answer that it rests on");
    });
}

#[test]
fn a_link_of_a_letter_opens_nothing_for_who_finds_it() {
    at_school("pcc", |house| async move {
        let number = house.signals(house.who(Role::Leerling), &[], None).await;
        house.work().await;
        let letters = house.letters();
        assert!(!letters.is_empty());
        for (_, letter) in &letters {
            let all = format!("{} {}", letter.subject, letter.text);
            assert!(!all.contains("filmpje") && !all.contains("Sanne"), "{all}");
            let at = all.find("/zaken").expect("where it is handled");
            let address = all[at..].split_whitespace().next().unwrap();
            let request = Request::get(address).body(Body::empty()).unwrap();
            let stranger = Reply::of(house.bare(request).await).await;
            assert_eq!(stranger.status, 303, "to signing in: {}", stranger.body);
            // Somebody else of the same school who signed in finds nothing either.
            let other = house.get(house.who(Role::Leraar), address).await;
            assert_eq!(other.status, 404, "{number}");
        }
    });
}

#[test]
fn who_leads_leaves_and_the_case_goes_on() {
    at_school("flex", |house| async move {
        let (leader, head) = (house.who(Role::Teamleider), house.who(Role::Directeur));
        let (number, case) = case(&house, Role::Teamleider).await;
        let open = people::work::OpenWork::of;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let work = open(
            &cases::Seated,
            &mut tx,
            leader,
            house.today(),
            words::Locale::Nl,
        );
        let work = work.await.unwrap();
        drop(tx);
        assert_eq!(work.len(), 1, "an account closes when nothing is left");
        assert!(work[0].what.contains(&number) && work[0].address == case);

        let seat = [("wie", head.to_string()), ("plek", "leidt".to_owned())];
        house.does_with(head, &case, "plek", &seat).await;
        let seat = [("wie", leader.to_string()), ("plek", "geen".to_owned())];
        house.does_with(head, &case, "plek", &seat).await;
        assert_eq!(house.get(leader, &case).await.status, 404);
        assert!(house.says(head, &case).await.contains("leidt deze zaak"));
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let work = open(
            &cases::Seated,
            &mut tx,
            leader,
            house.today(),
            words::Locale::Nl,
        );
        assert!(work.await.unwrap().is_empty());
    });
}

#[test]
fn an_objection_a_minute_early_and_a_minute_late_over_the_short_night() {
    at_school("flex", |house| async move {
        let head = house.who(Role::Directeur);
        // 15 February 2027: six weeks end on Easter Monday, which is the day after the clock went forward; so on Tuesday the 30th.
        let begin: Timestamp = "2027-02-15T09:00:00Z".parse().unwrap();
        house.days(begin.duration_since(house.now()).as_hours() / 24 + 1);
        let on = house.today();
        assert_eq!(on.to_string(), "2027-02-15");
        let (_, case) = case(&house, Role::Directeur).await;
        let name = house
            .joins(head, &case, house.who(Role::Leerling), "gedaan")
            .await;
        let party = house.choice(head, &format!("{case}/gesprek"), &name).await;
        let plan = [
            ("met", party.as_str()),
            ("soort", "horen"),
            ("dag", "2027-02-15"),
            ("tijd", "13:00"),
        ];
        house.does(head, &case, "gesprek", &plan).await;
        let talk = house.follows(head, &case, "verslag").await;
        let record = [
            ("bij", talk.as_str()),
            ("met", &party),
            ("dag", "2027-02-15"),
            ("tekst", "Gehoord."),
            ("akkoord", "ja"),
        ];
        house.does(head, &case, "verslag", &record).await;
        let step = ["7.b|schorsing", "schorsing", "2027-02-16", "2027-02-16"];
        let measure = house.prepares(head, &case, &name, step).await;
        let impose = [
            ("bij", measure.as_str()),
            ("toch", "ja"),
            ("brief", "Wij schorsen."),
            ("stap-brief", "doen"),
        ];
        house.does(head, &case, "opleggen", &impose).await;
        let page = house.says(head, &case).await;
        assert!(
            page.contains("bezwaar maken tot en met 30 maart 2027"),
            "{page}"
        );

        house.days(60);
        let party = house
            .choice(head, &format!("{case}/bezwaar?bij={measure}"), &name)
            .await;
        let objects = async |day: &str, time: &str, why: &str| {
            let form = [
                ("bij", measure.as_str()),
                ("wie", party.as_str()),
                ("dag", day),
                ("tijd", time),
                ("tekst", why),
            ];
            house.does(head, &case, "bezwaar", &form).await;
        };
        objects("2027-03-30", "23:59", "Een minuut te vroeg.").await;
        objects("2027-03-31", "00:00", "Een minuut te laat.").await;
        let mut tx = house.db.read(house.demo.board).await.unwrap();
        let rows = tx
            .all(
                "SELECT outcome FROM log_entry WHERE board = $1 AND kind = $2 ORDER BY seq",
                store::params!["case_objection"],
            )
            .await
            .unwrap();
        let said: Vec<String> = rows.iter().map(|row| row.get("outcome").unwrap()).collect();
        assert_eq!(said, ["in-time", "late"]);
    });
}

/// The test file of the makers of virus scanners (EICAR), which does nothing.
const VIRUS: &[u8] = br"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

#[test]
fn evidence_that_would_harm_lies_still() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        // An archive that would unpack to a thousand times its size, a document with a macro, a virus.
        let mut bomb = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
        bomb.extend(std::iter::repeat_n(0_u8, 900_000));
        let files: [(&str, &[u8]); 3] = [
            ("bom.zip", &bomb),
            ("macro.docm", b"PK\x03\x04word/vbaProject.bin AutoOpen"),
            ("foto.jpg.exe", VIRUS),
        ];
        for (name, bytes) in files {
            let number = house
                .signals(house.who(Role::Ouder), &[], Some((name, bytes)))
                .await;
            let case = house.finds(leader, &number).await.expect("on the list");
            let page = house.get(leader, &case).await.shown();
            assert!(text(&page).contains("SHA-256"), "{name}");
            let at = page.find(&format!("{case}/bewijs/")).expect("can be saved");
            let address = page[at..].split('"').next().unwrap();
            let saved = house.get(leader, address).await;
            // As bytes of no kind and with no name of its own: no browser opens it, and nothing of it was unpacked.
            let header = |name: &str| saved.headers[name].to_str().unwrap().to_owned();
            assert_eq!(header("content-type"), "application/octet-stream");
            assert!(header("content-disposition").starts_with("attachment"));
            assert_eq!(header("x-content-type-options"), "nosniff");
            assert!(header("content-security-policy").contains("default-src 'none'"));
            assert!(header("cache-control").contains("no-store"));
        }
    });
}

#[test]
fn what_was_signalled_twice_is_one_case_and_what_cannot_wait_is_heard() {
    at_school("flex", |house| async move {
        let leader = house.who(Role::Teamleider);
        let (first, case) = case(&house, Role::Teamleider).await;
        let second = house.signals(house.who(Role::Leerling), &[], None).await;
        let again = house.finds(leader, &second).await.expect("on the list");
        let turn = |number: &str| {
            [
                ("wordt", "dubbel".to_owned()),
                ("nummer", number.to_owned()),
                ("reden", "Het is hetzelfde filmpje.".to_owned()),
                ("antwoord", "Dank, we weten ervan.".to_owned()),
            ]
        };
        for wrong in ["", "2019-4", second.as_str()] {
            let fields = turn(wrong);
            let fields = fields
                .each_ref()
                .map(|(name, value)| (*name, value.as_str()));
            let address = format!("{again}/afwijzen");
            let page = house.post(leader, &address, &fields).await.again();
            assert!(
                page.contains("Typ het nummer van de zaak"),
                "{wrong}: {page}"
            );
        }
        house
            .does_with(leader, &again, "afwijzen", &turn(&first))
            .await;
        let same = format!("Hetzelfde als zaak {second}");
        assert!(house.says(leader, &case).await.contains(&same));

        while house.work().await > 0 {}
        let before = house.letters().len();
        let urgent = [
            ("spoed", "ja"),
            ("reden", "Het gaat nu rond in drie klassen."),
        ];
        let head = house.who(Role::Directeur);
        house.does(head, &case, "spoed", &urgent).await;
        house.work().await;
        let letters = house.letters();
        let told: Vec<&str> = letters[before..]
            .iter()
            .map(|(_, one)| one.to.as_str())
            .collect();
        assert!(
            told.contains(&house.mail_of(leader).await.as_str()),
            "{told:?}"
        );
        assert!(house.says(leader, &case).await.contains("spoed"));
    });
}
