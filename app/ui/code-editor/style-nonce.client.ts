/**
 * Imported before Monaco. Monaco puts `<style>` elements into the page and has no option for the nonce that our
 * content security policy asks for, so every new one gets it here. The nonce is that of the first document: it stays
 * valid over navigations in the page.
 */
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce;
const createElement = document.createElement.bind(document);

document.createElement = (name: string, options?: ElementCreationOptions) => {
  const element = createElement(name, options);
  if (nonce && element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
};
