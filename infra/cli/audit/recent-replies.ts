const DAYS_30_MS = 30 * 86_400_000;
/** So many replies are kept for comparing; a page that sends more in 30 days is compared with the last of them. */
const KEPT = 200;

/** The replies of the 30 days before, as an export gives them: in order of time where they are dated. */
export function remembering() {
  let kept: readonly { readonly text: string; readonly at: number | undefined }[] = [];
  return {
    /** What was sent before this one; then this one is remembered. */
    before(text: string, postedAt: string | undefined): readonly string[] {
      const at = postedAt === undefined ? undefined : Date.parse(postedAt);
      const near = kept.filter(
        (each) => each.at === undefined || at === undefined || Math.abs(at - each.at) <= DAYS_30_MS,
      );
      kept = [...kept, { text, at }].slice(-KEPT);
      return near.map((each) => each.text);
    },
  };
}
