// Photos and films to send, and waiting until the program has read them.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { base, press, text } from "./browser.mjs";

export const file = (name) => fileURLToPath(new URL(`../../../crates/photos/demo/${name}.jpg`, import.meta.url));

/// Loads the page again until it says so: the program reads photos beside the pages.
export async function until(page, said) {
  for (let tries = 0; tries < 90; tries++) {
    if ((await text(page, "main")).includes(said)) return;
    await page.waitForTimeout(500);
    await page.reload();
  }
  assert.fail(`never said: ${said}\n${await text(page, "main")}`);
}

/// A teacher with an album of this name.
export async function album(page, name) {
  await page.goto(`${base()}/demo/inloggen`);
  await press(page, 'button[value="demare leraar"]');
  await page.goto(`${base()}/fotos`);
  await page.fill("#naam", name);
  await page.selectOption("#van", { index: 1 });
  await press(page, "main form button");
  return page.url();
}

/// Sends what was chosen, and waits for the page that follows.
export const send = (page) => Promise.all([page.waitForEvent("load"), page.click("form[enctype] button")]);

/// Somebody beside their own mirror image, drawn by a browser: a photo with two faces.
export async function two(browser, name) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const drawn = await page.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = document.createElement("canvas");
    [canvas.width, canvas.height] = [image.width * 2, image.height];
    const pen = canvas.getContext("2d");
    pen.drawImage(image, 0, 0);
    pen.translate(canvas.width, 0);
    pen.scale(-1, 1);
    pen.drawImage(image, 0, 0);
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  }, `data:image/jpeg;base64,${readFileSync(file(name)).toString("base64")}`);
  await context.close();
  return { name: "twee.jpg", mimeType: "image/jpeg", buffer: Buffer.from(drawn, "base64") };
}

/// A film of a second with everything that a phone writes beside the pictures, and a word between them; null where there is no FFmpeg.
export function film(word) {
  const folder = mkdtempSync(path.join(tmpdir(), "film-"));
  const made = path.join(folder, "film.mov");
  const notes = ["title", "comment", "artist", "make", "model", "location", "com.apple.quicktime.location.ISO6709"];
  const run = spawnSync("ffmpeg", [
    ..."-nostdin -loglevel error -f lavfi -i testsrc2=size=320x240:rate=25:duration=1 -f lavfi -i sine=duration=1".split(" "),
    ...notes.flatMap((note) => ["-metadata", `${note}=${word}`]),
    "-metadata:s:v", `handler_name=${word}`, "-metadata:s:a", `title=${word}`,
    ..."-pix_fmt yuv420p -c:v libx264 -c:a aac -movflags use_metadata_tags".split(" "),
    "-bsf:v", `h264_metadata=sei_user_data=086f3693-b7b3-4f2c-9653-21492feee5b8+${word}`,
    made,
  ]);
  return run.status === 0 ? made : null;
}
