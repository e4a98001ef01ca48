// The program as a school runs it: nothing in it, a link to begin, and a mail server that only listens.

import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { program } from "./demo.mjs";

/// A mail server that takes every letter and keeps it.
export async function startInbox() {
  const letters = [];
  const waiting = [];
  const server = createServer((line) => {
    let held = "";
    let letter = null;
    line.setEncoding("utf8").on("error", () => {});
    line.write("220 hier\r\n");
    line.on("data", (text) => {
      held += text;
      for (let end; (end = held.indexOf("\r\n")) >= 0; held = held.slice(end + 2)) {
        const said = held.slice(0, end);
        if (letter === null) {
          if (/^DATA/i.test(said)) letter = [];
          line.write(/^DATA/i.test(said) ? "354 toe maar\r\n" : /^QUIT/i.test(said) ? "221 dag\r\n" : "250 goed\r\n");
        } else if (said === ".") {
          letters.push(letter.join("\r\n"));
          letter = null;
          waiting.splice(0).forEach((tell) => tell());
          line.write("250 heb ik\r\n");
        } else {
          letter.push(said.replace(/^\./, ""));
        }
      }
    });
  });
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    port: server.address().port,
    letters,
    /// The first letter, as soon as it is there.
    async first() {
      const late = new Promise((_, reject) => setTimeout(() => reject(new Error("no letter within 30 seconds")), 30_000).unref());
      while (letters.length === 0) await Promise.race([new Promise((resolve) => waiting.push(resolve)), late]);
      return letters[0];
    },
    stop: () => server.close(),
  };
}

/// The words of a letter: its first readable part, with quoted-printable undone.
export function words(letter) {
  const quoted = /quoted-printable/i.test(letter);
  const text = quoted ? letter.replace(/=\r\n/g, "").replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(parseInt(code, 16))) : letter;
  return text;
}

/// The program with an empty folder. `begin` is the link of the first start.
export async function startServe(inbox) {
  const data = mkdtempSync(path.join(tmpdir(), "pleinwacht-"));
  const config = path.join(data, "pleinwacht.toml");
  writeFileSync(config, `[mail]\naddress = "plein@linde.test"\nhost = "127.0.0.1"\nport = ${inbox.port}\nsecurity = "open"\n`);
  const child = spawn(program(), ["serve", "--listen", "127.0.0.1:0", "--data", data, "--config", config], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: data,
  });
  let said = "";
  let complained = "";
  const gone = new Promise((resolve) => child.on("exit", resolve));
  child.stderr.setEncoding("utf8").on("data", (text) => (complained += text));
  const [begin, port] = await new Promise((resolve, reject) => {
    child.on("exit", (code) => reject(new Error(`the program stopped with ${code}:\n${said}${complained}`)));
    child.stdout.setEncoding("utf8").on("data", (text) => {
      said += text;
      const begin = said.match(/\/begin\/[0-9a-f]{64}/);
      const ready = said.match(/http:\/\/127\.0\.0\.1:(\d+)\/\s*$/m);
      if (begin && ready) resolve([begin[0], ready[1]]);
    });
  });
  return {
    // By name: a passkey belongs to a name, and a number is none.
    url: `http://localhost:${port}`,
    begin,
    complaints: () => complained.split("\n").filter((line) => /\b(ERROR|panicked)\b/.test(line)).join("\n"),
    async stop() {
      child.kill("SIGTERM");
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
