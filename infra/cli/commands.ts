import type { Command } from "commander";
import { register as audit } from "./commands/audit.ts";
import { register as backtest } from "./commands/backtest.ts";
import { register as corrections } from "./commands/corrections.ts";
import { register as decide } from "./commands/decide.ts";
import { register as detect } from "./commands/detect.ts";
import { register as doctor } from "./commands/doctor.ts";
import { register as draft } from "./commands/draft.ts";
import { register as erase } from "./commands/erase.ts";
import { register as evaluate } from "./commands/evaluate.ts";
import { register as exportRecords } from "./commands/export.ts";
import { register as gaps } from "./commands/gaps.ts";
import { register as importRecords } from "./commands/import.ts";
import { register as lint } from "./commands/lint.ts";
import { register as match } from "./commands/match.ts";
import { register as playbook } from "./commands/playbook.ts";
import { register as train } from "./commands/train.ts";
import { register as value } from "./commands/value.ts";

/** Every command of `shopkeeper`, in the order of its help: add a line, and the command is there. */
export const commands: readonly ((program: Command) => void)[] = [
  detect,
  evaluate,
  train,
  corrections,
  match,
  decide,
  draft,
  lint,
  audit,
  gaps,
  playbook,
  backtest,
  importRecords,
  exportRecords,
  erase,
  value,
  doctor,
];
