/** Style sheets come from the learner's own files, and nothing else is loaded. */
import { pageHooks } from "../page/hooks.ts";

export default class ResourceFetch {
  async fetch(url: string): Promise<{ content: string; virtualServerFile: null }> {
    return { content: pageHooks.readFile(url), virtualServerFile: null };
  }
}
