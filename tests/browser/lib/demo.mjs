// The program under test: its demo, on a free port, in a folder of its own.

import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import path from "node:path";

const root = fileURLToPath(new URL("../../..", import.meta.url));

export function program() {
  const target = process.env.CARGO_TARGET_DIR ?? path.join(root, "target");
  const found = process.env.PLEINWACHT ?? path.join(target, "debug", "pleinwacht");
  if (!existsSync(found)) throw new Error(`${found} is not there: run cargo build --workspace first`);
  return found;
}

export async function startDemo() {
  const data = mkdtempSync(path.join(tmpdir(), "pleinwacht-"));
  const child = spawn(program(), ["demo", "--listen", "127.0.0.1:0", "--data", data], {
    stdio: ["ignore", "pipe", "pipe"],
    cwd: data, // a program that only runs from its own folder is not a program
  });
  let said = "";
  let complained = "";
  const gone = new Promise((resolve) => child.on("exit", resolve));
  const url = await new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`no address within a minute; it said:\n${said}${complained}`)), 60_000);
    const listen = (text) => {
      said += text;
      const address = said.match(/http:\/\/127\.0\.0\.1:\d+/);
      if (address) {
        clearTimeout(timer);
        resolve(address[0]);
      }
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", (text) => {
      complained += text;
      listen(text);
    });
    child.on("error", reject);
    child.on("exit", (code) => reject(new Error(`the program stopped with ${code}:\n${said}${complained}`)));
  });
  return {
    url,
    data,
    pid: child.pid,
    // An error in the log is a fault of the program even when the page looked well.
    complaints: () => complained.split("\n").filter((line) => /\b(ERROR|panicked)\b/.test(line)).join("\n"),
    async stop() {
      child.kill("SIGTERM");
      await gone;
      rmSync(data, { recursive: true, force: true });
    },
  };
}
