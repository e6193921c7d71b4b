/** Which files a page can be made of. */

/** Pictures, fonts, sounds and archives are bytes, and files of a lab are text. */
const BINARY = /\.(?:png|jpe?g|gif|webp|avif|ico|bmp|woff2?|ttf|otf|eot|mp3|mp4|webm|ogg|wav|pdf|zip|gz|wasm)$/i;

export function isRefusedFile(path: string): boolean {
  return BINARY.test(path);
}
