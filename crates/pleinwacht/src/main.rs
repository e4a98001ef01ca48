//! Pleinwacht: a school's social-media protocol that works.
//!
//! The binary: it reads the command line, calls the crate that knows, and writes what it says. Exit codes: 0 it did its work,
//! 1 the answer is a refusal or a failed check, 2 it could not run (one clear error per fault on standard error).

mod app;
mod commands;
mod config;
mod installation;
mod listen;
mod replay;
mod say;

use clap::{Parser, Subcommand};
use say::Say;
use std::process::ExitCode;
use words::Locale;

/// A school's social-media protocol as software: every answer names its article.
#[derive(Parser)]
#[command(name = "pleinwacht", version, about, arg_required_else_help = true)]
struct Cli {
    /// Language of what is said: nl or en
    #[arg(long, global = true, default_value = "nl", env = "PLEINWACHT_TAAL", value_parser = locale)]
    taal: Locale,
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Ask a protocol for its verdict on a situation
    Ask(commands::ask::Args),
    /// Show everything with made-up schools, one under each of the five protocols
    Demo(commands::serve::DemoArgs),
    /// Serve the school's pages
    Serve(commands::serve::ServeArgs),
    /// Find faces in photos, and prepare photos to be shown
    #[command(subcommand)]
    Photo(commands::photo::Command),
    /// One photo, in a process that can do nothing else
    #[command(name = commands::photo::CAGED, hide = true)]
    PhotoCage,
    /// A program of the system, with limits and without network
    #[command(name = commands::photo::TOOL, hide = true)]
    Tool {
        /// The program and its arguments
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        words: Vec<std::ffi::OsString>,
    },
    /// Check, test, compare, prove and render protocols
    #[command(subcommand)]
    Protocol(commands::protocol::Command),
    /// Copy everything into a folder, while the program runs
    Backup(commands::backup::BackupArgs),
    /// Put a backup back into an empty place
    Restore(commands::backup::RestoreArgs),
    /// Look at configuration, key, database, mail, channels, jobs and clock: what is wrong and what to do
    Doctor(commands::doctor::Args),
    /// Bring people in from a roster: EDEXML, OneRoster or our own CSV
    Import(commands::import::Args),
    /// Check the log, the keys and the references of everything that is stored
    Verify(commands::verify::Args),
    /// Personal data in a text, by the school's own list of people
    Scan(commands::scan::Args),
}

fn locale(tag: &str) -> Result<Locale, String> {
    Locale::from_tag(tag).ok_or_else(|| "choose nl or en".to_owned())
}

fn main() -> ExitCode {
    let cli = Cli::parse();
    let mut say = Say::new(cli.taal);
    let result = match cli.command {
        Command::Ask(args) => commands::ask::run(&args, &mut say),
        Command::Demo(args) => commands::serve::demo(&args, &mut say),
        Command::Serve(args) => commands::serve::serve(&args, &mut say),
        Command::Photo(command) => commands::photo::run(&command, &mut say),
        Command::PhotoCage => commands::photo::caged(&mut say),
        Command::Tool { words } => return commands::photo::tool(words),
        Command::Protocol(command) => commands::protocol::run(command, &mut say),
        Command::Backup(args) => commands::backup::backup(&args, &mut say),
        Command::Restore(args) => commands::backup::restore(&args, &mut say),
        Command::Doctor(args) => commands::doctor::run(&args, &mut say),
        Command::Import(args) => commands::import::run(&args, &mut say),
        Command::Verify(args) => commands::verify::run(&args, &mut say),
        Command::Scan(args) => commands::scan::run(&args, &mut say),
    };
    say.finish(result)
}
