//! What is of another board does not exist: every page, every form, every role.
//!
//! The pages are read from the source, so that a new one is in here by itself. For each of them every role asks for things of
//! another board and for things that are nowhere: the two answers must be the same, to the byte.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use words::Role;

use crate::client::{Browser, Reply, Server};

const OURS: &str = "flex";
const THEIRS: &str = "pcc";
/// An identity that nobody has.
const NOBODY: &str = "0193a000000070008000000000000000";
/// How many foreign identities each page is asked for.
const SOME: usize = 6;

/// Every address with a place in it that the slices answer, read from their tables of pages.
fn pages() -> Vec<String> {
    let crates = Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .expect("crates")
        .to_owned();
    let mut found = BTreeSet::new();
    for slice in [
        "identity",
        "people",
        "consent",
        "photos",
        "publishing",
        "channels",
        "advice",
        "cases",
    ] {
        let source = std::fs::read_to_string(crates.join(slice).join("src/pages.rs"))
            .expect("a slice has pages");
        // The tables are what stands before the first handler.
        let tables = source.split("async fn").next().unwrap_or_default();
        let named = tables
            .split("\"/")
            .skip(1)
            .filter_map(|rest| rest.split_once('"'));
        found.extend(named.map(|(path, _)| format!("/{path}")));
    }
    found.into_iter().collect()
}

/// The same address with each place that holds an identity filled in. A board's word in an address, a token and a service are no
/// identities: they are public, secret, and of a board that is named.
fn filled(path: &str, id: &str) -> Option<String> {
    let mut any = false;
    let parts = path.split('/').map(|part| {
        match part
            .strip_prefix('{')
            .and_then(|part| part.strip_suffix('}'))
        {
            None => Some(part.to_owned()),
            Some("board" | "token" | "service") => None,
            Some(_) => {
                any = true;
                Some(id.to_owned())
            }
        }
    });
    let path = parts.collect::<Option<Vec<String>>>()?.join("/");
    any.then_some(path)
}

/// What tells one answer from another: not the time, and not the identity that was asked for.
fn essence(reply: &Reply, id: &str) -> (u16, BTreeMap<String, String>, String) {
    let mut headers = reply.headers.clone();
    headers.remove("date");
    for value in headers.values_mut() {
        *value = value.replace(id, "ID").replace(NOBODY, "ID");
    }
    // What a form made has a new identity; that it is none of the other board is looked at apart.
    if let Some(location) = headers.get_mut("location") {
        let is_id = |part: &&str| part.len() == 32 && part.chars().all(|c| c.is_ascii_hexdigit());
        let parts = location.split(['/', '?']);
        let parts = parts.map(|part| if is_id(&part) { "NEW" } else { part });
        *location = parts.collect::<Vec<_>>().join("/");
    }
    // What somebody typed before may stand on a page of their own: either of the two.
    let mut body = reply.body.replace(id, "ID").replace(NOBODY, "ID");
    // A challenge for a passkey is another one each time.
    if let Some((before, rest)) = body.split_once("\"challenge\":\"") {
        let after = rest.split_once('"').map_or("", |(_, after)| after);
        body = format!("{before}{after}");
    }
    (reply.status, headers, body)
}

/// Everything of the other board that its own people can see the identity of.
fn theirs(server: &Server) -> Vec<String> {
    let mut found = BTreeSet::new();
    for role in ["directeur", "beheerder", "leraar", "ouder"] {
        let mut browser = server.browser();
        browser.sign_in(THEIRS, role);
        for path in [
            "/mensen?zoek=an",
            "/mensen?zoek=el",
            "/groepen",
            "/rollen",
            "/scholen",
            "/kinderen",
            "/ik",
            "/thuis",
            "/twijfel",
        ] {
            found.extend(browser.get(path).ids());
        }
    }
    found.into_iter().collect()
}

/// The names of the fields of the forms on a page.
fn fields(reply: &Reply) -> BTreeSet<String> {
    let named = reply.body.split(" name=\"").skip(1);
    named
        .filter_map(|rest| rest.split_once('"'))
        .map(|(name, _)| name.to_owned())
        .filter(|name| name != "csrf")
        .collect()
}

struct Asker<'a> {
    browser: Browser,
    role: &'a str,
    token: String,
    foreign: &'a [String],
    asked: usize,
}

impl Asker<'_> {
    /// The two answers, and that neither names anything of the other board.
    fn same(&mut self, what: &str, id: &str, ask: impl Fn(&mut Browser, &str) -> Reply) {
        let theirs = ask(&mut self.browser, id);
        let nobody = ask(&mut self.browser, NOBODY);
        assert!(theirs.status < 500, "{} {what}: {}", self.role, theirs.body);
        assert_eq!(
            essence(&theirs, id),
            essence(&nobody, id),
            "{} {what} {id}",
            self.role
        );
        let named = theirs
            .ids()
            .into_iter()
            .find(|found| found != id && self.foreign.contains(found));
        assert_eq!(named, None, "{} {what} {id}", self.role);
        let location = theirs.headers.get("location").map_or("", String::as_str);
        let led = self
            .foreign
            .iter()
            .find(|found| *found != id && location.contains(*found));
        assert_eq!(led, None, "{} {what} {id}", self.role);
        self.asked += 2;
    }

    fn page(&mut self, path: &str) {
        let foreign: Vec<String> = self
            .foreign
            .iter()
            .step_by((self.foreign.len() / SOME).max(1))
            .cloned()
            .collect();
        for id in &foreign {
            let token = self.token.clone();
            let at = |id: &str| filled(path, id).unwrap_or_else(|| path.to_owned());
            if filled(path, id).is_some() {
                self.same(&format!("GET {path}"), id, |browser, id| {
                    browser.get(&at(id))
                });
                self.same(&format!("POST {path}"), id, |browser, id| {
                    browser.post(&at(id), &[("csrf", &token)])
                });
            }
        }
        if filled(path, NOBODY).is_none() && !path.contains('{') {
            self.form(path, &foreign[0]);
        }
    }

    /// A form of our own board, with an identity of another in each of its fields.
    fn form(&mut self, path: &str, id: &str) {
        let own = self.browser.get(path);
        self.asked += 1;
        let leak = own
            .ids()
            .into_iter()
            .find(|found| self.foreign.contains(found));
        assert_eq!(leak, None, "{} GET {path}", self.role);
        let names = fields(&own);
        // A name in the query, too: nobody may reach over the border by a word of their own.
        for name in names
            .iter()
            .map(String::as_str)
            .chain(["board", "school", "id"])
        {
            let token = self.token.clone();
            self.same(&format!("GET {path}?{name}"), id, |browser, id| {
                browser.get(&format!("{path}?{name}={id}"))
            });
            self.same(&format!("POST {path} {name}"), id, |browser, id| {
                browser.post(path, &[("csrf", &token), (name, id)])
            });
        }
    }
}

/// Pages whose form changes how the asker themselves signs in, or ends their session: they hold nothing of anybody else.
const OWN_SESSION: [&str; 4] = [
    "/account",
    "/uitloggen",
    "/demo/inloggen",
    "/beheer/afmelden",
];

#[test]
fn nothing_of_another_board_is_told_apart_from_nothing() {
    let data = testkit::database::Folder::new();
    let server = Server::start(&["demo", "--data", data.0.to_str().unwrap()]);
    let foreign = theirs(&server);
    assert!(
        foreign.len() > 50,
        "only {} things of the other board were seen",
        foreign.len()
    );
    let pages = pages();
    let (mut asked, mut shown) = (0, 0);
    for role in Role::ALL {
        let mut browser = server.browser();
        browser.sign_in(OURS, role.key());
        let account = browser.get("/account");
        let token = account
            .value("csrf")
            .unwrap_or_else(|| panic!("{}: {}", role.key(), account.body));
        let mut somebody = Asker {
            browser,
            role: role.key(),
            token,
            foreign: &foreign,
            asked: 0,
        };
        for path in pages
            .iter()
            .filter(|path| !OWN_SESSION.iter().any(|own| path.starts_with(own)))
        {
            somebody.page(path);
        }
        // The same questions about one's own board are answered, or the test would prove nothing.
        shown +=
            somebody.browser.get("/ik").ids().len() + somebody.browser.get("/groepen").ids().len();
        asked += somebody.asked;
    }
    println!(
        "{asked} requests as {} roles to {} pages: 0 told another board apart from nothing",
        Role::ALL.len(),
        pages.len()
    );
    assert!(asked > 3_000 && shown > 50, "{asked} asked, {shown} shown");
}
