// Starts the built program's demo on a free port, runs every *.test.mjs against it, and stops it again.
//
//   node run.mjs                 all tests
//   node run.mjs crawl           those whose file name contains "crawl"
//
// PLEINWACHT names the program; without it the debug build of this workspace is taken.

import { spawn } from "node:child_process";
import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import path from "node:path";
import { startDemo } from "./lib/demo.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const wanted = process.argv[2] ?? "";
const files = readdirSync(here)
  .filter((name) => name.endsWith(".test.mjs") && name.includes(wanted))
  .map((name) => path.join(here, name));
if (files.length === 0) {
  console.error(`no test file has "${wanted}" in its name`);
  process.exit(2);
}

const demo = await startDemo();
let code = 1;
try {
  code = await new Promise((resolve, reject) => {
    const args = ["--test", "--test-concurrency=1", "--test-timeout=600000", "--test-reporter=spec", ...files];
    const tests = spawn(process.execPath, args, { stdio: "inherit", env: { ...process.env, BASE_URL: demo.url } });
    tests.on("error", reject);
    tests.on("exit", (exit) => resolve(exit ?? 1));
  });
  const complaints = demo.complaints();
  if (complaints) {
    console.error(`the program complained:\n${complaints}`);
    code = code || 1;
  }
} finally {
  await demo.stop();
}
process.exit(code);
