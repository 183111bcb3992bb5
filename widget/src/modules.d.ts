declare module '*.css' {
  const text: string;
  export default text;
}

declare module 'catalogues' {
  /** For each catalogue in texts/: its version, and the words on the button. */
  const index: Record<string, [version: string, launcher: string]>;
  export default index;
}
