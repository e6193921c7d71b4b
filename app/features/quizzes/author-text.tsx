/** Short text that authors wrote, rendered and sanitised by `renderMarkdown`: nothing else may be given to it. */
export function AuthorText({ html, className = "", id }: { html: string; className?: string; id?: string }) {
  return <span id={id} className={`prose author-text ${className}`} dangerouslySetInnerHTML={{ __html: html }} />;
}
