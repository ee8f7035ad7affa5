/** The mark: a door that stands open. */
export const iconSvg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="7" fill="#1f5c4d"/><path d="M9 25V8h14v17h-3V11h-8v14z" fill="#fff"/><path d="M14 25V12l5 2v11z" fill="#f2c46d"/></svg>`;
