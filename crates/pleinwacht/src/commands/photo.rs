//! `pleinwacht photo`: faces in photos, and photos with nothing in them but pixels. Each photo is decoded in a process of its own
//! that can do nothing else.

use std::ffi::OsString;
use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anyhow::Context;
use cage::{Cage, Escape, Limits, Tool};
use faces::{Cover, Done, Face, Refusal, Region, Task};
use serde_json::{Value, json};

use super::photo_words::said;
use super::unreadable;
use crate::say::{Ending, Say};

/// The hidden command that is the inside of the cage.
pub(crate) const CAGED: &str = "photo-cage";

#[derive(clap::Subcommand)]
pub(crate) enum Command {
    /// Find the faces in photos
    Faces(FacesArgs),
    /// Turn upright, take out everything but pixels, cover faces, write renditions
    Prepare(PrepareArgs),
}

#[derive(clap::Args)]
pub(crate) struct FacesArgs {
    /// Photos: JPEG, PNG, WebP or HEIC
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Print one JSON document
    #[arg(long)]
    json: bool,
}

#[derive(clap::Args)]
pub(crate) struct PrepareArgs {
    /// The photo
    #[arg(value_name = "IN")]
    photo: PathBuf,
    /// Folder for the renditions; made if it is not there
    #[arg(long, value_name = "DIR")]
    out: PathBuf,
    /// Cover this rectangle, in pixels of the photo after turning it upright; may be given more than once
    #[arg(long, value_name = "X,Y,W,H", value_parser = region)]
    cover: Vec<Region>,
    /// Cover every head that is found
    #[arg(long)]
    cover_all: bool,
    /// Cover with squares instead of one colour: the same squares for everybody
    #[arg(long)]
    mosaic: bool,
    /// Print what was done as one JSON document
    #[arg(long)]
    json: bool,
}

fn region(text: &str) -> Result<Region, String> {
    let numbers: Result<Vec<f64>, _> = text.split(',').map(|one| one.trim().parse()).collect();
    match numbers.as_deref() {
        Ok(&[x, y, w, h])
            if [x, y, w, h].iter().all(|one| one.is_finite()) && w > 0.0 && h > 0.0 =>
        {
            Ok(Region::around(x, y, w, h))
        }
        _ => Err("write four numbers: x,y,width,height".to_owned()),
    }
}

pub(crate) fn run(command: &Command, say: &mut Say) -> anyhow::Result<Ending> {
    match command {
        Command::Faces(args) => find(args, say),
        Command::Prepare(args) => prepare(args, say),
    }
}

fn find(args: &FacesArgs, say: &mut Say) -> anyhow::Result<Ending> {
    let task = Task {
        find: true,
        ..Task::default()
    };
    let mut ending = Ending::Done;
    let mut all = Vec::new();
    for file in &args.files {
        match perform(&task, file, say) {
            Ok(done) if args.json => all.push(json!({
                "file": file.display().to_string(),
                "width": done.width,
                "height": done.height,
                "faces": done.faces.iter().map(face).collect::<Vec<_>>(),
            })),
            Ok(done) => found(file, &done, say)?,
            Err(fault) => {
                say.wrong(format!("{}: {fault:#}", file.display()))?;
                ending = Ending::Failed;
            }
        }
    }
    if args.json {
        say.line(serde_json::to_string_pretty(&all)?)?;
    }
    Ok(ending)
}

fn found(file: &Path, done: &Done, say: &mut Say) -> anyhow::Result<()> {
    let many = done.faces.len();
    let word = say.pick("gezichten gevonden", "faces found");
    let more = say.pick(
        "kijk zelf of er meer zijn",
        "look for yourself whether there are more",
    );
    say.line(format!("{}: {many} {word}; {more}", file.display()))?;
    for one in &done.faces {
        let sure = if one.sure {
            say.pick("zeker", "sure")
        } else {
            say.pick("kijk hier", "look here")
        };
        let Face { x, y, w, h, .. } = one;
        say.line(format!("  {x:.0},{y:.0},{w:.0},{h:.0}  {sure}"))?;
    }
    Ok(())
}

/// As many digits as mean something.
fn face(face: &Face) -> Value {
    let rounded = |value: f32, digits: f64| (f64::from(value) * digits).round() / digits;
    json!({
        "x": rounded(face.x, 1e3),
        "y": rounded(face.y, 1e3),
        "w": rounded(face.w, 1e3),
        "h": rounded(face.h, 1e3),
        "score": rounded(face.score, 1e5),
        "sure": face.sure,
    })
}

fn prepare(args: &PrepareArgs, say: &mut Say) -> anyhow::Result<Ending> {
    let task = Task {
        cover: args.cover.clone(),
        cover_all: args.cover_all,
        how: if args.mosaic {
            Cover::Mosaic
        } else {
            Cover::Solid
        },
        write: true,
        ..Task::default()
    };
    let done = match perform(&task, &args.photo, say) {
        Ok(done) => done,
        Err(fault) => {
            say.wrong(format!("{}: {fault:#}", args.photo.display()))?;
            return Ok(Ending::Failed);
        }
    };
    std::fs::create_dir_all(&args.out).with_context(|| args.out.display().to_string())?;
    let mut written = Vec::new();
    for file in &done.files {
        // Named by size alone: the name of a photo may be the name of a child.
        let path = args.out.join(format!("{}.jpg", file.longest));
        std::fs::write(&path, &file.bytes).with_context(|| path.display().to_string())?;
        written.push((path, file.width, file.height, file.bytes.len()));
    }
    if args.json {
        let files: Vec<Value> = written
            .iter()
            .map(|(path, width, height, bytes)| {
                json!({"file": path.display().to_string(), "width": width, "height": height, "bytes": bytes})
            })
            .collect();
        let document = json!({
            "width": done.width, "height": done.height,
            "faces": done.faces.iter().map(face).collect::<Vec<_>>(),
            "covered": done.covered, "files": files,
        });
        say.line(serde_json::to_string_pretty(&document)?)?;
        return Ok(Ending::Done);
    }
    told(&done, say)?;
    for (path, width, height, bytes) in written {
        let kb = bytes.div_ceil(1000);
        say.line(format!("  {}  {width} × {height}, {kb} kB", path.display()))?;
    }
    Ok(Ending::Done)
}

fn told(done: &Done, say: &mut Say) -> anyhow::Result<()> {
    let size = format!("{} × {}", done.width, done.height);
    let upright = say.pick(
        "rechtop gezet; plaats, namen en alle andere gegevens eruit",
        "turned upright; place, names and all other data taken out",
    );
    say.line(format!("{size}: {upright}"))?;
    let many = done.covered.len();
    let covered = say.pick("afgedekt", "covered");
    let look = say.pick(
        "kijk zelf of er meer af moet: niet elk gezicht wordt gevonden",
        "look for yourself whether more must be covered: not every face is found",
    );
    say.line(format!("{covered}: {many}; {look}"))
}

/// The cage in which photos are read.
pub(crate) fn cage() -> Cage {
    Cage::of_this_program(CAGED, Limits::default())
}

/// In the cage.
fn perform(task: &Task, file: &Path, say: &Say) -> anyhow::Result<Done> {
    let path = file.display().to_string();
    let limits = faces::Limits::default();
    let bytes = File::open(file).with_context(|| unreadable(&path, say))?;
    let length = bytes
        .metadata()
        .with_context(|| unreadable(&path, say))?
        .len();
    if length > limits.bytes as u64 {
        let most = limits.bytes >> 20;
        anyhow::bail!(said(&Refusal::Heavy { most }, say.locale));
    }
    let answer = match cage().run(&task.to_bytes(), bytes) {
        Ok(answer) => answer,
        // The system, not the photo.
        Err(fault @ Escape::Start(_)) => return Err(fault.into()),
        Err(_) => anyhow::bail!(said(&Refusal::Broken, say.locale)),
    };
    match Done::from_bytes(&answer) {
        Some(Ok(done)) => Ok(done),
        Some(Err(refusal)) => anyhow::bail!(said(&refusal, say.locale)),
        None => anyhow::bail!(said(&Refusal::Broken, say.locale)),
    }
}

/// The hidden command that becomes a program of the system.
pub(crate) const TOOL: &str = "tool";

/// What a program that works on films may use: sound is written anew, which takes a while.
fn tool_limits() -> Limits {
    Limits {
        memory: 1 << 30,
        seconds: 300,
        patience: std::time::Duration::from_mins(10),
        // Of the file that it writes.
        asked: 300 << 20,
        answered: 1 << 20,
    }
}

/// Who takes the metadata out of films: `FFmpeg`, where it is installed.
pub(crate) fn films() -> Option<photos::film::Clean> {
    let path = std::env::var_os("PATH")?;
    let find = |name| Tool::find(name, &path, TOOL, tool_limits());
    Some(photos::film::ffmpeg(find("ffprobe")?, find("ffmpeg")?))
}

/// Becomes it.
pub(crate) fn tool(words: Vec<OsString>) -> ExitCode {
    let code = cage::become_tool(&tool_limits(), words.into_iter());
    ExitCode::from(u8::try_from(code).unwrap_or(u8::MAX))
}

/// The inside of the cage: one photo, one answer.
pub(crate) fn caged(say: &mut Say) -> anyhow::Result<Ending> {
    use std::io::Write as _;
    let ask = cage::enter(&Limits::default())?;
    let task = Task::from_bytes(&ask.order).context("no order")?;
    let answer = task.perform(&ask.bytes, &faces::Limits::default());
    say.out().write_all(&Done::to_bytes(&answer))?;
    Ok(Ending::Done)
}
