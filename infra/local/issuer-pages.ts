/** A template whose values are escaped. */
export const html = (parts: TemplateStringsArray, ...values: readonly string[]): string =>
  parts.reduce((whole, part, at) => `${whole}${part}${escaped(values[at] ?? "")}`, "");

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

/** One of the issuer's few pages. @param parts finished markup */
export const page = (title: string, ...parts: readonly string[]): string => `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${escaped(title)}</title>
<style>
body{font:16px/1.5 system-ui,sans-serif;max-width:28rem;margin:12vh auto;padding:0 1rem}
form{margin:.5rem 0}button{font:inherit;width:100%;padding:.7rem 1rem;text-align:left;cursor:pointer}
</style></head>
<body><main><h1>${escaped(title)}</h1>${parts.join("")}</main></body>
</html>`;
