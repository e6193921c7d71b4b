import { useLocale } from "../../i18n/use-messages.ts";

const KIB = 1024;

/** Sizes in words of the page's language: `5 MB`, `120 kB`. */
export function useFileSize(): (bytes: number) => string {
  const locale = useLocale();
  return (bytes) => {
    const isLarge = bytes >= KIB * KIB;
    const format = new Intl.NumberFormat(locale, { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", maximumFractionDigits: isLarge ? 1 : 0 });
    return format.format(isLarge ? bytes / KIB / KIB : Math.max(1, bytes / KIB));
  };
}
