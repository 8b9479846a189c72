package bookstore.embedded.qdrant;

import io.qdrant.client.grpc.Collections.AliasDescription;
import io.qdrant.client.grpc.Collections.ListAliasesResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Where aliases are kept, and how they are told. */
record AliasFile(Path file) {

    Map<String, String> read() {
        var aliases = new TreeMap<String, String>();
        if (Files.exists(file)) {
            WholeFile.read(file, ListAliasesResponse.parser())
                    .getAliasesList()
                    .forEach(one -> aliases.put(one.getAliasName(), one.getCollectionName()));
        }
        return aliases;
    }

    void write(Map<String, String> aliases) {
        WholeFile.write(file, describe(aliases).build());
    }

    static ListAliasesResponse.Builder describe(Map<String, String> aliases) {
        var response = ListAliasesResponse.newBuilder();
        aliases.forEach((alias, collection) -> response.addAliases(
                AliasDescription.newBuilder().setAliasName(alias).setCollectionName(collection)));
        return response;
    }
}
