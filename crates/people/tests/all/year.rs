//! The school year rolls over.

use axum::http::StatusCode;
use words::Role;

use crate::house::{House, at_school, text};

/// What a confirmation must carry: the preview that was seen.
fn seen(page: &str) -> String {
    let after = page.split(r#"name="gezien" value=""#).nth(1).unwrap();
    after.split('"').next().unwrap().to_owned()
}

async fn pupils(house: &House, group: &str, year: &str) -> usize {
    let director = house.who(Role::Directeur);
    let list = house
        .get(
            director,
            &format!("/groepen?school={}&jaar={year}", house.demo.school),
        )
        .await
        .shown();
    let row = list
        .split("<tr")
        .find(|row| row.contains(&format!(">{group}</a>")))
        .unwrap();
    let count = row.split("data-of=\"Leerlingen\">").nth(1).unwrap();
    count.split('<').next().unwrap().parse().unwrap()
}

#[test]
fn everybody_goes_up_the_eldest_leave_and_a_doubler_stays() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let page = house.get(director, "/schooljaar").await.shown();
        let shown = text(&page);
        assert!(
            shown.contains("Van 2026-2027 naar 2027-2028") && shown.contains("8 25 vertrekt (25)"),
            "{shown}"
        );
        let first = seen(&page);

        // One of group 5 does the year again.
        let class = page.split("href=\"/schooljaar/").find(|rest| {
            rest.split('>')
                .nth(1)
                .is_some_and(|name| name.starts_with("5<"))
        });
        let class = class.unwrap().split('"').next().unwrap().to_owned();
        let choosing = house
            .get(director, &format!("/schooljaar/{class}"))
            .await
            .shown();
        let pupil = choosing
            .split("<select id=\"")
            .nth(1)
            .unwrap()
            .split('"')
            .next()
            .unwrap()
            .to_owned();
        house
            .post(
                director,
                &format!("/schooljaar/{class}"),
                &[(&pupil, "blijft"), ("niemand", "vertrekt")],
            )
            .await
            .taken();
        let stale = house
            .post(director, "/schooljaar", &[("gezien", &first)])
            .await
            .again();
        assert!(
            stale.contains("intussen iets veranderd"),
            "{}",
            text(&stale)
        );

        let page = house.get(director, "/schooljaar").await.shown();
        assert!(
            text(&page).contains("5 28 5 (1), 6 (27)")
                || text(&page).contains("5 28 6 (27), 5 (1)"),
            "{}",
            text(&page)
        );
        let location = house
            .post(director, "/schooljaar", &[("gezien", &seen(&page))])
            .await
            .taken();
        assert!(location.contains("2027-2028"), "{location}");
        assert_eq!(pupils(&house, "6", "2027-2028").await, 27);
        assert_eq!(
            pupils(&house, "5", "2027-2028").await,
            26,
            "25 of group 4 and the doubler"
        );
        assert_eq!(pupils(&house, "8", "2027-2028").await, 24);
        assert_eq!(
            pupils(&house, "8", "2026-2027").await,
            25,
            "until the summer nothing is different"
        );

        let again = house.get(director, "/schooljaar").await.shown();
        assert!(
            text(&again).contains("Deze overgang is al gedaan"),
            "{}",
            text(&again)
        );
        house
            .post(director, "/schooljaar", &[("gezien", &seen(&page))])
            .await
            .again();
    });
}

#[test]
fn whoever_leaves_is_no_pupil_after_the_summer() {
    at_school(|house| async move {
        let director = house.who(Role::Directeur);
        let pupil = house.who(Role::Leerling);
        let page = house.get(director, "/schooljaar").await.shown();
        house
            .post(director, "/schooljaar", &[("gezien", &seen(&page))])
            .await
            .taken();
        house.get(pupil, "/ik").await.shown();
        house.days(260);
        assert_eq!(house.today().to_string(), "2027-08-08");
        let file = text(&house.get(director, &format!("/mensen/{pupil}")).await.body);
        assert!(
            !file.contains("Geboren"),
            "the eldest pupil left group 8: {file}"
        );
        let teacher = house.who(Role::Mentor);
        let old = house.get(teacher, &format!("/mensen/{pupil}")).await;
        assert_eq!(old.status, StatusCode::NOT_FOUND);
    });
}

#[test]
fn only_who_leads_the_school_rolls_the_year() {
    at_school(|house| async move {
        for role in [
            Role::Leraar,
            Role::Ouder,
            Role::Leerling,
            Role::Fg,
            Role::Bestuur,
        ] {
            let reply = house.post(house.who(role), "/schooljaar", &[]).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{role:?}");
        }
    });
}
