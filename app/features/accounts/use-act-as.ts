import { createContext, useCallback, useContext } from "react";
import { nameActor } from "./act-as.ts";

/** Tag of the person whom the page was made for; null for visitors. */
export const PersonContext = createContext<string | null>(null);

/** Names the page's person in addresses to which it sends something: the server refuses what names somebody else. */
export function useActAs(): (address: string) => string {
  const person = useContext(PersonContext);
  return useCallback((address: string) => nameActor(address, person), [person]);
}
