//! A first visit weighs little, also with everything that is fetched to work offline later.

use crate::{Reply, send};
use axum::body::Body;
use axum::http::Request;

const LIMIT: usize = 60_000;

fn packed(address: &str) -> Reply {
    let request = Request::get(address).header("accept-encoding", "gzip, br");
    send(request.body(Body::empty()).unwrap())
}

fn size(address: &str) -> usize {
    let request = Request::get(address).header("accept-encoding", "gzip");
    let runtime = tokio::runtime::Builder::new_current_thread()
        .build()
        .unwrap();
    runtime.block_on(async {
        let response =
            tower::ServiceExt::oneshot(crate::APP.clone(), request.body(Body::empty()).unwrap())
                .await
                .unwrap();
        axum::body::to_bytes(response.into_body(), usize::MAX)
            .await
            .unwrap()
            .len()
    })
}

fn icon() -> String {
    let page = send(Request::get("/").body(Body::empty()).unwrap()).body;
    let name = page
        .split("/static/manifest.")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    let manifest = send(
        Request::get(format!("/static/manifest.{name}"))
            .body(Body::empty())
            .unwrap(),
    )
    .body;
    let icon = manifest
        .split("/static/icon-192.")
        .nth(1)
        .and_then(|rest| rest.split('"').next())
        .unwrap();
    format!("/static/icon-192.{icon}")
}

#[test]
fn a_first_visit_with_all_that_it_keeps_stays_under_the_limit() {
    for page in [
        "/",
        "/flex",
        "/flex/mag-dit",
        "/en/flex/mag-dit?actie=plaatsen&rollen=leraar",
        "/flex/protocol",
        "/en/flex/protocol",
    ] {
        let reply = packed(page);
        assert_eq!(reply.header("content-encoding"), "gzip");
        let request = Request::get(page).body(Body::empty()).unwrap();
        let html = send(request).body;
        let mut files: Vec<String> = Vec::new();
        for rest in html.split("/static/").skip(1) {
            let name = rest.split(['"', ' ']).next().unwrap();
            files.push(format!("/static/{name}"));
        }
        files.push("/sw.js".to_owned());
        // A browser that offers to install looks at an icon of the manifest too.
        files.push(icon());
        files.sort();
        files.dedup();
        let parts: Vec<(usize, String)> =
            files.into_iter().map(|file| (size(&file), file)).collect();
        let total = size(page) + parts.iter().map(|(size, _)| size).sum::<usize>();
        println!("{page}: {total} bytes, itself {}, {parts:?}", size(page));
        assert!(total <= LIMIT, "{page} weighs {total}: {parts:?}");
    }
}
