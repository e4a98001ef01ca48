//! Serves the public pages on a local address, to look at them: `cargo run -p protocols --example try`.

#[tokio::main(flavor = "current_thread")]
async fn main() -> std::io::Result<()> {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:4321").await?;
    axum::serve(listener, protocols::app()).await
}
