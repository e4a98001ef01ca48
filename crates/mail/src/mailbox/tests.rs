//! A mailbox that says what it is told to.

use tokio::io::AsyncReadExt as _;

use super::*;

/// A mailbox that hears whatever and says these, one after each line that it hears.
async fn told(says: &'static [&'static [u8]]) -> Mailbox<tokio::io::DuplexStream> {
    let (ours, mut theirs) = tokio::io::duplex(1 << 16);
    tokio::spawn(async move {
        theirs.write_all(b"* OK ready\r\n").await.unwrap();
        for say in says {
            let mut heard = Vec::new();
            while !heard.ends_with(b"\r\n") {
                heard.push(theirs.read_u8().await.unwrap());
            }
            theirs.write_all(say).await.unwrap();
        }
        // It goes on holding the line, and says nothing.
        tokio::time::sleep(Duration::from_mins(10)).await;
    });
    Mailbox::over(ours, Duration::from_millis(200))
        .await
        .unwrap()
}

#[tokio::test]
async fn a_folder_is_opened_and_its_messages_are_told() {
    let mut mailbox = told(&[
        b"p1 OK [CAPABILITY IMAP4rev1] in\r\n",
        b"* 3 EXISTS\r\n* OK [UIDVALIDITY 77] valid\r\np2 OK [READ-WRITE] open\r\n",
        b"* SEARCH 9 4 4 zes\r\np3 OK\r\n",
        b"* 1 FETCH (UID 4 RFC822.SIZE 300 BODY[HEADER.FIELDS (FROM)] {13}\r\nFrom: a@b.c\r\n)\r\n* 2 FETCH (FLAGS (\\Seen))\r\np4 OK\r\n",
    ])
    .await;
    mailbox.sign_in("school", "w\"o\\rd").await.unwrap();
    assert_eq!(mailbox.open("INBOX").await.unwrap().validity, 77);
    assert_eq!(mailbox.messages(false).await.unwrap(), [4, 9]);
    let heads = mailbox.heads(&[4, 9]).await.unwrap();
    assert_eq!((heads.len(), heads[0].uid, heads[0].size), (1, 4, 300));
    assert_eq!(heads[0].from, b"From: a@b.c\r\n");
    assert_eq!(
        mailbox.messages(true).await,
        Err(Trouble::TimedOut),
        "it says nothing any more"
    );
}

#[tokio::test]
async fn a_refusal_says_why() {
    let mut mailbox = told(&[
        b"p1 NO [AUTHENTICATIONFAILED] no\r\n",
        b"p2 NO no such folder\r\n",
        b"p3 NO [OVERQUOTA] full\r\n",
        b"* BYE going\r\n",
    ])
    .await;
    assert_eq!(mailbox.sign_in("a", "b").await, Err(Trouble::Credentials));
    assert_eq!(mailbox.open("Weg").await, Err(Trouble::Folder));
    assert_eq!(mailbox.mark_read(&[1]).await, Err(Trouble::Full));
    assert!(mailbox.messages(false).await.is_err());
}

#[tokio::test]
async fn a_value_with_odd_signs_goes_by_its_length() {
    let mut mailbox = told(&[b"+ go on\r\n", b"p1 OK\r\n"]).await;
    mailbox.sign_in("school", "wóórd").await.unwrap();
}

#[tokio::test]
async fn no_more_is_taken_than_was_asked_for() {
    let mut mailbox = told(&[b"* 1 FETCH (UID 4 BODY[]<0> {9}\r\n123456789)\r\np1 OK\r\n"]).await;
    assert_eq!(mailbox.message(4, 5).await, Ok(None));
    let mut mailbox = told(&[b"* 1 FETCH (UID 4 BODY[]<0> {900000000}\r\n"]).await;
    assert_eq!(mailbox.message(4, 5).await, Err(Trouble::NotUnderstood));
}

#[tokio::test]
async fn room_is_told_where_it_is_known() {
    let mut mailbox = told(&[
        b"* QUOTAROOT INBOX \"a b\"\r\n* QUOTA \"a b\" (STORAGE 99 100)\r\np1 OK\r\n",
        b"* QUOTA \"\" (STORAGE 10 100)\r\np2 OK\r\n",
        b"p3 BAD unknown\r\n",
    ])
    .await;
    for full in [true, false, false] {
        assert_eq!(mailbox.is_full("INBOX").await, Ok(full));
    }
}

#[tokio::test]
async fn who_greets_otherwise_is_no_mailbox() {
    for greeting in [
        "HTTP/1.1 400 Bad Request\r\n",
        "220 smtp\r\n",
        "* BYE\r\n",
        "\r\n",
        "",
    ] {
        let (ours, mut theirs) = tokio::io::duplex(1 << 10);
        theirs.write_all(greeting.as_bytes()).await.unwrap();
        drop(theirs);
        assert!(
            Mailbox::over(ours, Duration::from_secs(1)).await.is_err(),
            "{greeting}"
        );
    }
}
