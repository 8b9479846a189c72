package bookstore.catalog.postgres;

/**
 * What a name sounds like that each language writes in its own letters: Dostoyevsky, Dostojewski and Dostoevskij are one.
 */
final class Sound {

    private static final int SHORTEST = 5;

    private Sound() {}

    /** @return empty if too little is left to tell names apart */
    static String of(String word) {
        var sound = word.replaceAll("ts?ch|kh", "ch")
                .replace("sch", "sh")
                .replace("ph", "f")
                .replace("ck", "k")
                .replace('w', 'v')
                .replaceAll("[ijy]", "")
                .replaceAll("(.)\\1", "$1");
        return sound.length() < SHORTEST ? "" : sound;
    }
}
