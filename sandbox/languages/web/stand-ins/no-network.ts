/** In place of every class with which happy-dom would load, keep or send something. Windows hold some of them; nothing shows them to a page. */
export default class NoNetwork {
  clear(): void {}
}
