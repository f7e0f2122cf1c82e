/** The language of the page, for every part that writes words. */
import { createContext, type ReactNode, useContext } from "react";
import type { Language } from "~/platform/words";

const LanguageContext = createContext<Language>("vi");

export function LanguageProvider({ language, children }: { language: Language; children: ReactNode }) {
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  return useContext(LanguageContext);
}

/** The words of one feature in the page's language. */
export function useWords<T>(words: Record<Language, T>): T {
  return words[useLanguage()];
}
