package dev.bonafide.linking.names;

import java.util.List;

/**
 * An entry of a list.
 *
 * @param list which list it stands on
 * @param id as the list numbers it
 * @param names all its names, the primary one first
 * @param births dates of birth, as {@code yyyy}, {@code yyyymm} or {@code yyyymmdd}
 * @param countries two letters or as the list writes them
 * @param wallets addresses of digital currencies
 */
public record Listed(
    String list,
    String id,
    Sort sort,
    List<String> names,
    List<String> births,
    List<String> countries,
    List<Wallet> wallets) {
  public Listed {
    names = List.copyOf(names);
    births = List.copyOf(births);
    countries = List.copyOf(countries);
    wallets = List.copyOf(wallets);
  }

  /** An entry of which only names are known. */
  public static Listed of(String list, String id, Sort sort, List<String> names) {
    return new Listed(list, id, sort, names, List.of(), List.of(), List.of());
  }
}
