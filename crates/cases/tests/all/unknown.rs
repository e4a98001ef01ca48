//! Signalling without a name: a code, two ways, nothing kept of who it was, and limits that stop a flood.

use std::fmt::Write as _;

use axum::body::Body;
use axum::http::{Request, header};
use words::Role;

use crate::house::{House, at_school, text};

const WORD: &str = "geheimwoordfilmpje";

/// A form without a name; the status and the page.
async fn sends(house: &House, more: &str, fields: &[(&str, &str)]) -> (u16, String) {
    let mut body = String::new();
    let files = more.is_empty();
    let request = Request::post(format!("/melding/{}{more}", house.demo.slug))
        .header(header::ORIGIN, "http://localhost");
    let request = if files {
        for (name, value) in fields {
            write!(
                body,
                "--B\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n"
            )
            .unwrap();
        }
        body += "--B--\r\n";
        request.header(header::CONTENT_TYPE, "multipart/form-data; boundary=B")
    } else {
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.extend_pairs(fields);
        body = form.finish();
        request.header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
    };
    let response = house.bare(request.body(Body::from(body)).unwrap()).await;
    let status = response.status().as_u16();
    let bytes = axum::body::to_bytes(response.into_body(), 1 << 20)
        .await
        .unwrap();
    (status, String::from_utf8(bytes.to_vec()).unwrap())
}

fn code_of(page: &str) -> String {
    let (_, rest) = page.split_once("<code>").expect("a code");
    rest.split('<').next().unwrap().to_owned()
}

#[test]
fn somebody_without_a_name_comes_back_with_a_code() {
    at_school("pcc", |house| async move {
        let (status, page) = sends(&house, "", &[("wat", WORD)]).await;
        assert_eq!(status, 200, "{page}");
        let code = code_of(&page);
        assert_eq!(code.len(), 24, "{code}");
        let pr = house.who(Role::Pr);
        let number = text(&page)
            .split("Nummer ")
            .nth(1)
            .unwrap()
            .split(' ')
            .next()
            .unwrap()
            .to_owned();
        let case = house
            .finds(pr, &number)
            .await
            .expect("public relations hear of it");
        house.takes_up(pr, &case).await;
        house
            .does(
                pr,
                &case,
                "bericht",
                &[("tekst", "Weet je wanneer het was?")],
            )
            .await;

        let (status, page) = sends(
            &house,
            "/code",
            &[("code", &code.to_lowercase().replace('-', " "))],
        )
        .await;
        assert_eq!(status, 200);
        assert!(
            page.contains("Weet je wanneer het was?") && page.contains(WORD),
            "{page}"
        );
        let answer = [
            ("code", code.as_str()),
            ("schrijft", "ja"),
            ("bericht", "Vorige week dinsdag."),
        ];
        let (_, page) = sends(&house, "/code", &answer).await;
        assert!(page.contains("Vorige week dinsdag."), "{page}");
        let seen = house.says(pr, &case).await;
        assert!(
            seen.contains("Vorige week dinsdag.") && seen.contains("iemand zonder naam"),
            "{seen}"
        );

        for wrong in ["", "0000-0000-0000-0000-0000", "x", &code[1..]] {
            let (status, page) = sends(&house, "/code", &[("code", wrong)]).await;
            assert_eq!(status, 422, "{wrong}");
            assert!(page.contains("niet bekend"), "{page}");
        }
        // Of who signalled there is nothing: no person, no address, and no word that can be read in the database.
        assert_eq!(house.plain(WORD).await, 0, "sealed");
        assert_eq!(
            house.plain(&code.replace('-', "")).await,
            0,
            "the code is kept as a keyed hash"
        );
    });
}

#[test]
fn a_flood_from_one_place_stops_and_others_get_through() {
    at_school("pcc", |house| async move {
        let mut stopped = 0;
        for _ in 0..15 {
            let (status, _) = sends(&house, "", &[("wat", "nog een melding")]).await;
            stopped += usize::from(status == 429);
            assert!([200, 429].contains(&status), "{status}");
        }
        assert_eq!(stopped, 5, "ten an hour from one place");
        // Whoever signs in is not held up by that.
        house.signals(house.who(Role::Ouder), &[], None).await;
    });
}

#[test]
fn faults_are_told_one_by_one_and_nothing_is_kept() {
    at_school("pcc", |house| async move {
        let (status, page) = sends(&house, "", &[("wat", "x"), ("link", "geen adres")]).await;
        assert_eq!(status, 422);
        assert!(
            page.contains("Schrijf in een paar woorden") && page.contains("geen internetadres"),
            "{page}"
        );
        assert_eq!(house.rows("case_file").await, 0);
        let request = Request::post(format!("/melding/{}", house.demo.slug))
            .header(header::ORIGIN, "https://elders.example")
            .header(header::CONTENT_TYPE, "multipart/form-data; boundary=B");
        let reply = house
            .bare(request.body(Body::from("--B--\r\n")).unwrap())
            .await;
        assert_eq!(reply.status(), 403, "another site's form");
        let request = Request::get("/melding/niemand")
            .body(Body::empty())
            .unwrap();
        assert_eq!(house.bare(request).await.status(), 404);
    });
}
