//! The repository as data.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// One text file of the repository.
#[derive(Debug, Clone)]
pub struct Source {
    /// From the root, with forward slashes.
    pub path: String,
    /// What it says.
    pub text: String,
}

impl Source {
    /// A file that exists only in a test.
    pub fn new(path: &str, text: &str) -> Self {
        Self {
            path: path.to_owned(),
            text: text.to_owned(),
        }
    }

    /// The file's name without folders.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or_default()
    }

    /// Whether a folder or file on its path has this name.
    pub fn lies_in(&self, name: &str) -> bool {
        self.path.split('/').any(|part| part == name)
    }

    /// The crate it belongs to, if it lies in one.
    pub fn krate(&self) -> Option<&str> {
        self.path.strip_prefix("crates/")?.split('/').next()
    }

    /// Whether only tests compile it.
    pub fn is_test(&self) -> bool {
        [
            "tests",
            "benches",
            "examples",
            "testkit",
            "schoolhouse",
            "tests.rs",
        ]
        .iter()
        .any(|part| self.lies_in(part))
    }
}

/// The repository's root folder.
pub fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .nth(2)
        .expect("testkit lies two folders below the root")
        .to_owned()
}

/// Folders that are made, not written.
const MADE: [&str; 6] = [
    "target",
    "node_modules",
    ".git",
    "corpus",
    "artifacts",
    "data",
];

/// Every text file under `folder` whose name ends in one of `endings`, in order of path.
pub fn files(folder: &str, endings: &[&str]) -> Vec<Source> {
    let root = root();
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else {
            continue;
        };
        for entry in entries.flatten() {
            let path = entry.path();
            let name = entry.file_name().to_string_lossy().into_owned();
            if path.is_dir() {
                if !MADE.contains(&name.as_str()) {
                    folders.push(path);
                }
            } else if endings.iter().any(|ending| name.ends_with(ending)) {
                let text = std::fs::read_to_string(&path)
                    .unwrap_or_else(|error| unreadable(&path, &error));
                let path = path.strip_prefix(&root).unwrap_or(&path);
                found.push(Source {
                    path: path.to_string_lossy().replace('\\', "/"),
                    text,
                });
            }
        }
    }
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

/// One file, from the root.
pub fn read(path: &str) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| unreadable(&path, &error))
}

fn unreadable(path: &Path, error: &std::io::Error) -> ! {
    panic!("{}: {error}", path.display())
}

/// What `cargo metadata` says of this platform, with every package that takes part.
pub fn metadata() -> Value {
    let version = output("rustc", &["-vV"]);
    let host = version
        .lines()
        .find_map(|line| line.strip_prefix("host: "))
        .expect("rustc names its host");
    // Other platforms' packages were never fetched, and fetching is not a test's business.
    let arguments = [
        "metadata",
        "--format-version=1",
        "--locked",
        "--offline",
        "--filter-platform",
        host,
    ];
    serde_json::from_str(&output("cargo", &arguments)).expect("cargo metadata is JSON")
}

fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program)
        .args(arguments)
        .current_dir(root())
        .output()
        .expect("the Rust tools can be started");
    let stderr = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{program}: {stderr}");
    String::from_utf8(output.stdout).expect("the Rust tools write UTF-8")
}
