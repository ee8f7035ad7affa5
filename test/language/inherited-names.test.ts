import { expect, it } from "vitest";
import { mentionId } from "../../shared/complaint/ids.ts";
import { assess } from "../../shared/language/assess.ts";
import { shopFile } from "../support/world.ts";

// Found by a post about a programming toy: a table that was a plain object answered for names that every object has.
it.each(["constructor", "toString", "hasOwnProperty", "__proto__", "valueOf"])(
  "reads the word %s like any other",
  (word) => {
    const result = assess(
      {
        mention: mentionId("facebook", "1"),
        revision: 0,
        text: `The ${word} broke on the first day and you refused to exchange it. ${word}n't ${word}'s`,
        hasMedia: false,
        playbook: shopFile().playbook,
      },
      "2026-11-22T10:00:00.000Z",
    );
    expect(result.lane).toBe("answer");
  },
);
