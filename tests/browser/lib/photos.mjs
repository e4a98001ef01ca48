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

/// Photos beside each other, every second one mirrored, drawn by a browser: one photo with as many faces.
export async function beside(browser, names) {
  const context = await browser.newContext();
  const page = await context.newPage();
  const drawn = await page.evaluate(async (sources) => {
    const images = await Promise.all(sources.map(async (source) => {
      const image = new Image();
      image.src = source;
      await image.decode();
      return image;
    }));
    const canvas = document.createElement("canvas");
    const [wide, high] = [images[0].width, images[0].height];
    [canvas.width, canvas.height] = [wide * images.length, high];
    const pen = canvas.getContext("2d");
    for (const [at, image] of images.entries()) {
      const turned = at % 2 === 1;
      pen.setTransform(turned ? -1 : 1, 0, 0, 1, (at + (turned ? 1 : 0)) * wide, 0);
      pen.drawImage(image, 0, 0, wide, high);
    }
    return canvas.toDataURL("image/jpeg", 0.9).split(",")[1];
  }, names.map((name) => `data:image/jpeg;base64,${readFileSync(file(name)).toString("base64")}`));
  await context.close();
  return { name: "samen.jpg", mimeType: "image/jpeg", buffer: Buffer.from(drawn, "base64") };
}

/// Shares these bytes with the program, as the browser does it when somebody chooses it in the share sheet of a phone.
export async function share(page, photos) {
  const manifest = await page.evaluate(() => fetch(document.querySelector("link[rel=manifest]").href).then((answer) => answer.json()));
  const target = manifest.share_target;
  assert.equal(target.method, "POST");
  await Promise.all([
    page.waitForURL((url) => url.href.includes("stuur")),
    page.evaluate(([action, field, all]) => {
      const form = document.createElement("form");
      Object.assign(form, { method: "post", action, enctype: "multipart/form-data" });
      const input = Object.assign(document.createElement("input"), { type: "file", name: field, multiple: true });
      const list = new DataTransfer();
      for (const [at, one] of all.entries()) {
        const bytes = Uint8Array.from(atob(one), (sign) => sign.charCodeAt(0));
        list.items.add(new File([bytes], `Daan ${at}.jpg`, { type: "image/jpeg" }));
      }
      input.files = list.files;
      form.append(input);
      document.body.append(form);
      form.submit();
    }, [target.action, target.params.files[0].name, photos.map((bytes) => bytes.toString("base64"))]),
  ]);
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
