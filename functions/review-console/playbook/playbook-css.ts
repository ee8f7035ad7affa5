/** What the playbook's pages need beside the console's own style sheet. */
export const playbookCss = `
.limits { border-collapse: collapse; width: 100%; max-width: 44rem; }
.limits th { text-align: left; font-weight: 600; color: var(--soft); padding: .35rem .75rem .35rem 0; vertical-align: top; }
.limits td { padding: .35rem .75rem .35rem 0; font-variant-numeric: tabular-nums; vertical-align: top; }
.limits tr + tr > * { border-top: 1px solid var(--line); }
.limits meter { display: block; width: 100%; max-width: 12rem; margin: .15rem 0 0; }
.limits strong { font-size: 1.05rem; }
.playbook > section, .playbook > form { background: var(--card); border: 1px solid var(--line); border-radius: var(--round); padding: .75rem 1rem; margin: .75rem 0; }
.situations { display: grid; gap: .75rem; grid-template-columns: repeat(auto-fill, minmax(min(22rem, 100%), 1fr)); margin: .75rem 0; }
.situation { background: var(--card); border: 1px solid var(--line); border-left: 4px solid var(--lead); border-radius: var(--round); padding: .6rem .9rem; }
.situation h3 { margin: 0; font-size: 1rem; color: var(--ink); }
.situation dl { margin: .4rem 0 0; }
.situation dt { font-size: .8rem; margin-top: .35rem; }
.situation dd.gets { font-weight: 600; }
.situation ol { list-style: decimal; padding-left: 1.2rem; }
.feeling { font-style: italic; }
.changes { list-style: disc; padding-left: 1.2rem; }
.changes li { margin: .3rem 0; overflow-wrap: anywhere; }
.changes .limit { font-weight: 650; }
.wrong-lines li { margin: .5rem 0; overflow-wrap: anywhere; }
.wrong-lines .at { display: inline-block; font-variant-numeric: tabular-nums; font-weight: 650; color: var(--bad); margin-right: .5rem; }
.yaml { font-family: ui-monospace, "Cascadia Mono", Menlo, monospace; font-size: .85rem; min-height: 16rem; white-space: pre; overflow: auto; }
.playbook [hidden] { display: none; }
.steps { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .5rem 0; }
`;
