#!/usr/bin/env node
import { register } from "tsx/esm/api";

// TypeScript runs as it is written; nothing has to be built before the command works.
register();
const { run } = await import("./main.ts");
await run(process.argv);
