/** The console's one style sheet. Colours carry meaning twice: each is joined by a shape or a word. */
export const consoleCss = `
:root {
  color-scheme: light dark;
  --paper: #f6f4ef; --card: #fffdf9; --ink: #22261f; --soft: #5d635a; --line: #d9d5ca;
  --lead: #1f5c4d; --on-lead: #fff; --lead-soft: #e2efe9; --warm: #8a4b00; --warm-soft: #fbeedb;
  --bad: #a3231b; --bad-soft: #fbe6e3; --focus: #0b57d0;
  --c-relationship: #d8ecdf; --c-competitor: #f7d9d2; --c-churn: #f3dcec; --c-warning: #fbe3c4;
  --c-rigid: #dde3f5; --c-plain: #ebe8df;
  --space: .75rem; --round: .5rem;
  font: 16px/1.45 system-ui, -apple-system, "Segoe UI", Roboto, sans-serif;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #171a17; --card: #20241f; --ink: #ebe9e2; --soft: #aab0a5; --line: #3b4139;
    --lead: #7cc9b1; --on-lead: #0d241d; --lead-soft: #213a32; --warm: #f0b266; --warm-soft: #3a2c18;
    --bad: #ff9c8f; --bad-soft: #3d211e; --focus: #8ab4ff;
    --c-relationship: #234233; --c-competitor: #4f2a24; --c-churn: #472a40; --c-warning: #4a3618;
    --c-rigid: #2b3457; --c-plain: #33382f;
  }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
main { max-width: 78rem; margin: 0 auto; padding: var(--space) 1rem 3rem; }
h1 { font-size: 1.35rem; margin: 0; line-height: 1.25; }
h2 { font-size: 1rem; margin: 0 0 .4rem; }
h3 { font-size: .85rem; margin: .8rem 0 .25rem; color: var(--soft); font-weight: 600; }
p { margin: .3rem 0; }
a { color: var(--lead); text-underline-offset: .15em; }
ul, ol { padding: 0; margin: 0; list-style: none; }
:focus-visible { outline: 3px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
.skip { position: absolute; left: -999rem; }
.skip:focus { left: .5rem; top: .5rem; background: var(--card); padding: .5rem; z-index: 2; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.meta, .hint, .lead { color: var(--soft); }
.meta { font-size: .875rem; }
p.meta > * + *::before { content: "·"; display: inline-block; padding: 0 .4em; color: var(--soft); }
p.meta > .badges::before { content: none; }
p.meta > .badges { margin-left: .5rem; }
.strong { color: var(--ink); font-weight: 600; }
.trouble { color: var(--bad); font-weight: 600; }

.top { display: flex; flex-wrap: wrap; gap: .25rem 1.5rem; align-items: center; padding: .5rem 1rem; background: var(--card); border-bottom: 1px solid var(--line); }
.home { font-weight: 700; text-decoration: none; color: var(--ink); display: flex; align-items: center; gap: .5rem; padding: .35rem 0; }
.mark { width: 1.25rem; height: 1.25rem; background: url(/assets/icon.svg) center/contain no-repeat; }
.top ul, .desks ul { display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
.top nav a { color: var(--soft); text-decoration: none; padding: .35rem 0; display: inline-block; }
.top nav a:hover, .top nav a[aria-current] { color: var(--ink); text-decoration: underline; }
.foot { display: flex; flex-wrap: wrap; gap: .5rem 2rem; justify-content: space-between; padding: .75rem 1rem; border-top: 1px solid var(--line); font-size: .875rem; color: var(--soft); }
.inline { display: flex; flex-wrap: wrap; gap: .5rem .75rem; align-items: center; }

button, .button { font: inherit; cursor: pointer; padding: .45rem .9rem; border-radius: var(--round); border: 1px solid var(--lead); background: transparent; color: var(--lead); text-decoration: none; display: inline-block; min-height: 2.5rem; }
.button.main { background: var(--lead); color: var(--on-lead); font-weight: 650; font-size: 1.05rem; padding: .6rem 1.4rem; }
.quiet { border-color: var(--line); color: var(--soft); padding: .25rem .6rem; min-height: 2rem; }
input, select, textarea { font: inherit; color: inherit; background: var(--card); border: 1px solid #8b9086; border-radius: .35rem; padding: .4rem .5rem; max-width: 100%; }
textarea { width: 100%; display: block; line-height: 1.45; }
input[type="radio"] { accent-color: var(--lead); width: 1.1rem; height: 1.1rem; vertical-align: -.15rem; }
label { display: block; margin: .5rem 0; }
.inline label, label.inline { margin: 0; }
label > input:not([type="radio"]), label > select { display: block; margin-top: .2rem; }
.inline label > input, .inline label > select, label.inline > select { display: inline-block; margin: 0; }
fieldset { border: 1px solid var(--line); border-radius: var(--round); padding: .25rem .75rem .75rem; margin: .75rem 0; }
.choice { padding: .2rem 0; margin: 0; }
.own, .grid { display: grid; grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr)); gap: 0 1rem; align-items: end; }
.own { padding-left: 1.6rem; }
.own .wide, .own p { grid-column: 1 / -1; }
.own input, .own select, .grid input, .grid select { width: 100%; }
summary { cursor: pointer; padding: .4rem 0; font-weight: 600; color: var(--lead); }

.desks { margin: .25rem 0 .75rem; border-bottom: 1px solid var(--line); }
.desks a { display: inline-block; padding: .5rem .1rem; text-decoration: none; color: var(--soft); border-bottom: 3px solid transparent; }
.desks a[aria-current] { color: var(--ink); font-weight: 650; border-color: var(--lead); }
.count { font-variant-numeric: tabular-nums; color: var(--soft); font-weight: 400; }
.empty { padding: 2.5rem 1rem; text-align: center; color: var(--soft); }
.queue, .list { display: grid; gap: .5rem; margin-bottom: 1rem; }
.row, .list > li, .case section, .plain, .case details.edit, .under > details { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); }
.row { position: relative; padding: .6rem .9rem; border-left: 4px solid var(--line); display: grid; gap: .2rem .75rem; }
.row.band-0, .row.band-1 { border-left-color: var(--bad); }
.row.band-2 { border-left-color: var(--warm); }
.row.band-3, .row.band-4 { border-left-color: var(--lead); }
.row:hover, .row:focus-within { border-color: var(--lead); }
.row .open { color: inherit; text-decoration: none; display: grid; grid-template-columns: minmax(8rem, 12rem) 1fr; gap: .1rem .75rem; }
.row .open::after { content: ""; position: absolute; inset: 0; }
.row .open:focus-visible { outline: none; }
.row .open:focus-visible::after { outline: 3px solid var(--focus); border-radius: var(--round); }
.who { font-weight: 650; }
.channel { color: var(--soft); font-weight: 400; font-size: .875rem; }
.who .channel { margin-left: .5rem; }
.facts { display: flex; flex-wrap: wrap; gap: .2rem .9rem; align-items: center; font-size: .9rem; }
.row .why { font-weight: 600; }
.row.band-0 .why, .row.band-1 .why { color: var(--bad); }
.row.band-2 .why { color: var(--warm); }
.gives { color: var(--lead); }
.waits { color: var(--soft); margin-left: auto; font-variant-numeric: tabular-nums; }
.badges { display: inline-flex; flex-wrap: wrap; gap: .25rem; }
.badge { font-size: .8rem; padding: .05rem .45rem; border-radius: 1rem; color: var(--ink); background: var(--c-plain); }
.badge.cue-relationship, mark.cue-relationship { background: var(--c-relationship); border-bottom: 2px solid #3c8a5f; }
.badge.cue-competitor, mark.cue-competitor { background: var(--c-competitor); border-bottom: 2px dashed #c2452d; }
.badge.cue-churn, mark.cue-churn { background: var(--c-churn); border-bottom: 2px dotted #a8408e; }
.badge.cue-warning, mark.cue-warning { background: var(--c-warning); border-bottom: 3px double #b87410; }
.badge.cue-rigid-rule, mark.cue-rigid-rule { background: var(--c-rigid); border-bottom: 2px solid #5269b8; }
mark { color: inherit; background: var(--c-plain); border-bottom: 1px solid var(--soft); padding: 0 .1em; border-radius: .15em; box-decoration-break: clone; -webkit-box-decoration-break: clone; }
.badge { border-bottom: 0 !important; }
.pager { display: flex; gap: 1rem; padding: .5rem 0; }

.crumbs { display: flex; gap: 1.5rem; font-size: .9rem; margin: 0 0 .5rem; }
.title { margin-bottom: .75rem; }
.case { display: grid; gap: .75rem; }
.case section, .case details.edit, .under > details { padding: .75rem 1rem; }
.left, .right, .under { display: grid; gap: .75rem; align-content: start; min-width: 0; }
#outcome { display: grid; gap: .75rem; }
@media (min-width: 60rem) {
  .case { grid-template: "left right" auto "under right" 1fr / minmax(0, 1fr) minmax(0, 1fr); }
  .left { grid-area: left; }
  .right { grid-area: right; }
  .under { grid-area: under; }
}
blockquote { margin: .25rem 0; white-space: pre-wrap; }
.mention { font-size: 1.05rem; line-height: 1.6; }
.mention p { margin: 0; unicode-bidi: plaintext; }
.quoted { border-left: 3px solid var(--line); padding-left: .75rem; margin: .4rem 0; color: var(--soft); }
.legend { font-size: .85rem; color: var(--soft); line-height: 2; }
.legend mark { color: var(--ink); margin-right: .2rem; }
.correction { border-top: 1px solid var(--line); margin-top: .6rem; padding-top: .3rem; }
.counts h2 { color: var(--soft); font-size: .875rem; }
.counts a { display: inline-block; padding: .25rem 0; text-decoration: none; }
.counts a[aria-current] { color: var(--ink); font-weight: 650; text-decoration: underline; }
.messages li { border-left: 3px solid var(--line); padding-left: .75rem; margin: .4rem 0; }
.messages .out { border-color: var(--lead); }
.out { background: var(--lead-soft); border-radius: var(--round); padding: .6rem .8rem; }
.out.private { background: var(--c-plain); }
.answer { border-color: var(--lead) !important; }
dl { margin: .5rem 0; }
.pair, .sums { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; font-variant-numeric: tabular-nums; }
meter { width: 6rem; height: .7rem; margin-left: .5rem; vertical-align: -.05rem; }
.approve { margin-top: .75rem; }
.notice { border-radius: var(--round); padding: .6rem .9rem; margin: .5rem 0; border: 1px solid; }
.notice.no { background: var(--bad-soft); border-color: var(--bad); }
.notice.done { background: var(--lead-soft); border-color: var(--lead); }
.place { max-width: 34rem; }
.place > .lead { color: var(--ink); font-size: 1.1rem; }
.place .wide { width: 100%; min-height: 3rem; }
.place .button.wide { background: var(--lead); color: var(--on-lead); font-weight: 650; font-size: 1.05rem; margin: .5rem 0 1rem; }
.place .choice { padding: .5rem 0; }
.order { display: grid; gap: .4rem; }
.order .code { font-size: 1.6rem; font-weight: 700; letter-spacing: .12em; color: var(--ink); }
.stop { background: var(--bad-soft); border: 1px solid var(--bad); border-radius: var(--round); padding: .75rem 1rem; margin-bottom: .75rem; }
.stop h2 { color: var(--bad); }
.findings { background: var(--warm-soft); border-radius: var(--round); padding: .1rem .9rem .6rem; margin: .5rem 0; }
.findings li { margin: .3rem 0; }
.findings .hard > strong { color: var(--bad); }
.findings .soft > strong { color: var(--warm); }
.reason input { width: 100%; }
.deliveries > li { border-left: 4px solid var(--line); padding: .25rem 0 .25rem .8rem; margin: .5rem 0; }
.deliveries .sent { border-color: #3c8a5f; }
.deliveries .held, .deliveries .sending { border-color: var(--focus); border-left-style: dashed; }
.deliveries .unknown, .deliveries .refused { border-color: var(--bad); }
.deliveries .waiting { border-color: var(--warm); border-left-style: dotted; }
.undo { display: flex; flex-wrap: wrap; align-items: center; gap: .75rem; margin-top: .5rem; font-variant-numeric: tabular-nums; }
.undo-button { border-width: 2px; font-weight: 650; }
.by-hand textarea { margin-top: .2rem; }
.otherwise { display: grid; gap: .25rem; }
.candidates { display: grid; gap: .5rem; margin-top: .5rem; }
.candidate { border: 1px solid var(--line); border-radius: var(--round); padding: .4rem .75rem; }
.candidate.them { border-color: var(--lead); }
.evidence { display: flex; flex-wrap: wrap; gap: .25rem .5rem; font-size: .85rem; }
.evidence li { background: var(--c-plain); border-radius: 1rem; padding: .05rem .5rem; }
.evidence .exact { background: var(--c-relationship); }
.evidence .against { background: var(--c-competitor); }
.link-forms { display: flex; flex-wrap: wrap; gap: .5rem 1rem; margin-top: .4rem; font-size: .9rem; }
.reasons { list-style: disc; padding-left: 1.2rem; }
.log ol { font-size: .875rem; max-height: 20rem; overflow: auto; }
.log code { color: var(--soft); font-size: .8rem; }
.list > li { padding: .6rem .9rem; }
.list > li.late { border-color: var(--bad); }
.plain { padding: 1.25rem; max-width: 42rem; margin: 2rem auto; }
.keys > div { display: grid; grid-template-columns: 5rem 1fr; padding: .2rem 0; }
kbd { font: inherit; font-size: .875rem; border: 1px solid var(--line); border-bottom-width: 2px; border-radius: .3rem; padding: .05rem .4rem; background: var(--paper); }
.words { list-style: disc; padding-left: 1.2rem; }
@media (max-width: 40rem) {
  main { padding: .5rem .6rem 3rem; }
  .row .open { grid-template-columns: 1fr; }
  .waits { margin-left: 0; }
  .pair, .sums { grid-template-columns: 1fr; gap: 0; }
  .sums dd, .pair dd { margin-bottom: .4rem; }
  .desks ul { flex-wrap: nowrap; overflow-x: auto; }
  .desks a { white-space: nowrap; }
  .answer .approve .button.main { width: 100%; }
}
@media (prefers-reduced-motion: no-preference) { .row { transition: border-color .12s; } }
`;
