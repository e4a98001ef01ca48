//! What a school settles: who answers, in how many school days, and when it is closed.

use axum::http::StatusCode;
use words::Role;

use crate::house::at_school;

#[test]
fn a_school_settles_its_days_and_only_its_head_does() {
    at_school(Some("demare"), |house| async move {
        let (head, teacher) = (house.who(Role::Directeur), house.who(Role::Leraar));
        let page = "/twijfel/keuzes";
        for role in [Role::Leraar, Role::Beheerder, Role::Ouder] {
            let reply = house.get(house.who(role), page).await;
            assert_eq!(reply.status, StatusCode::FORBIDDEN, "{role:?}");
        }
        for wrong in ["0", "11", "twee", ""] {
            house.post(head, page, &[("dagen", wrong)]).await.again();
        }
        let holiday = [
            ("dagen", "3"),
            ("dicht-van", "2026-11-23"),
            ("dicht-tot", "2026-11-24"),
        ];
        let turned = [
            holiday[0],
            ("dicht-van", "2026-11-24"),
            ("dicht-tot", "2026-11-23"),
        ];
        house.post(head, page, &turned).await.again();
        house
            .post(head, page, &[holiday[0], holiday[1]])
            .await
            .again();
        house.post(head, page, &holiday).await.taken();
        let said = house.says(head, page).await;
        assert!(
            said.contains("23 november 2026 – 24 november 2026"),
            "{said}"
        );
        assert!(
            !said.contains("Het protocol noemt niemand"),
            "De Mare names somebody for everybody but one: {said}"
        );
        let address = house.asks(teacher, &[]).await;
        let said = house.says(teacher, &address).await;
        assert!(said.contains("uiterlijk 27 november 2026 17:00"), "{said}");
        house
            .post(head, page, &[("dagen", "3"), ("open", "2026-11-23")])
            .await
            .taken();
        let address = house.asks(teacher, &[]).await;
        let said = house.says(teacher, &address).await;
        assert!(said.contains("uiterlijk 25 november 2026 17:00"), "{said}");
    });
}
