package bookstore.shared.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The ids are those that the reference implementation, Hugging Face's tokenizers, gives. */
class WordPieceTest {

    private WordPiece wordPiece;

    @BeforeEach
    void read() throws IOException {
        try (var tokenizer = WordPiece.class.getResourceAsStream("/bge-small-en-v1.5-q-tokenizer.json")) {
            wordPiece = WordPiece.read(tokenizer);
        }
    }

    @Test
    void known_words_stand_between_begin_and_end() {
        assertIds("The whale", 101, 1996, 13156, 102);
    }

    @Test
    void case_and_accents_do_not_count_and_signs_stand_alone() {
        assertIds(
                "Café Müller's naïve €5 — déjà-vu!",
                101,
                7668,
                12304,
                1005,
                1055,
                15743,
                1574,
                2629,
                1517,
                2139,
                3900,
                1011,
                24728,
                999,
                102);
        assertIds("c++ $9.99 <b>", 101, 1039, 1009, 1009, 1002, 1023, 1012, 5585, 1026, 1038, 1028, 102);
    }

    @Test
    void unknown_words_are_cut_into_known_pieces() {
        assertIds(
                "unaffable tokenization of Dostoyevsky",
                101,
                14477,
                20961,
                3468,
                19204,
                3989,
                1997,
                9998,
                29578,
                27015,
                102);
    }

    @Test
    void chinese_characters_stand_alone() {
        assertIds("日本の本 x", 101, 1864, 1876, 1671, 1876, 1060, 102);
    }

    @Test
    void what_cannot_be_seen_is_left_out() {
        assertIds("a\u0000b\tc\u200bd", 101, 11113, 3729, 102);
    }

    @Test
    void a_word_without_end_is_unknown() {
        assertIds("x".repeat(101), 101, 100, 102);
    }

    @Test
    void a_mark_in_a_text_is_text() {
        assertThat(wordPiece.ids("[SEP] hello", 512)).containsOnlyOnce(102);
    }

    @Test
    void what_is_too_long_is_cut_and_still_ends() {
        assertThat(wordPiece.ids("whale ".repeat(1000), 512)).hasSize(512).endsWith(13156, 102);
    }

    private void assertIds(String text, long... ids) {
        assertThat(wordPiece.ids(text, 512)).containsExactly(ids);
    }
}
