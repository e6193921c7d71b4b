/** Words for Monaco: each file sets a global and exports nothing. */
declare module "monaco-editor/nls/lang/*";
