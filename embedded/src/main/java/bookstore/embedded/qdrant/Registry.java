package bookstore.embedded.qdrant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.qdrant.client.grpc.Collections.AliasOperations;
import io.qdrant.client.grpc.Collections.CreateCollection;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The collections and their aliases. Whoever asks by a name sees all or nothing of a change, so that an alias moves
 * from the old collection to the rebuilt one without a moment in which there is none.
 */
final class Registry implements AutoCloseable {

    private final Path directory;
    private final AliasFile aliasFile;
    private volatile Names names;

    private Registry(Path directory, AliasFile aliasFile, Map<String, Collection> collections) {
        this.directory = directory;
        this.aliasFile = aliasFile;
        this.names = new Names(collections, aliasFile.read());
    }

    static Registry open(Path directory) {
        Path there = directory.resolve("collections");
        Directories.create(there);
        var collections = new TreeMap<String, Collection>();
        for (Path one : Directories.list(there)) {
            if (Files.exists(one.resolve(Collection.SCHEMA))) {
                collections.put(
                        URLDecoder.decode(one.getFileName().toString().substring(1), UTF_8), new Collection(one));
            } else {
                Directories.delete(one);
            }
        }
        return new Registry(there, new AliasFile(directory.resolve("aliases")), collections);
    }

    /** @param name of a collection or an alias */
    Collection get(String name) {
        Collection collection = names.find(name);
        if (collection == null) {
            throw Errors.noCollection(name);
        }
        return collection;
    }

    /** @param name of a collection or an alias */
    boolean has(String name) {
        return names.find(name) != null;
    }

    List<String> names() {
        return List.copyOf(names.collections().keySet());
    }

    /** Alias to collection. */
    Map<String, String> aliases() {
        return names.aliases();
    }

    synchronized void create(CreateCollection request) {
        String name = request.getCollectionName();
        if (names.collections().containsKey(name)) {
            throw Errors.collectionExists(name);
        }
        if (names.aliases().containsKey(name)) {
            throw Errors.nameIsAlias(name);
        }
        Schema schema = Schema.of(request);
        Path home = home(name);
        Directories.create(home);
        WholeFile.write(home.resolve(Collection.SCHEMA), schema.toProto());
        var more = new TreeMap<>(names.collections());
        more.put(name, new Collection(home));
        names = new Names(more, names.aliases());
    }

    /** @return whether there was one of that name; an alias is not followed */
    synchronized boolean delete(String name) {
        var aliases = new TreeMap<>(names.aliases());
        aliases.values().removeIf(name::equals);
        var collections = new TreeMap<>(names.collections());
        Collection gone = collections.remove(name);
        if (gone == null) {
            return false;
        }
        aliasFile.write(aliases);
        names = new Names(collections, aliases);
        gone.close();
        Directories.delete(home(name));
        return true;
    }

    /** Takes the actions one after the other. As in Qdrant, those before one that is refused stay done. */
    synchronized void change(List<AliasOperations> actions) {
        var changed = new TreeMap<>(names.aliases());
        try {
            AliasActions.take(actions, changed, names.collections().keySet());
        } finally {
            aliasFile.write(changed);
            names = new Names(names.collections(), changed);
        }
    }

    @Override
    public synchronized void close() {
        names.collections().values().forEach(Collection::close);
    }

    /** A letter goes before, because a collection may be called "..". */
    private Path home(String name) {
        return directory.resolve("c" + URLEncoder.encode(name, UTF_8));
    }

    /** Never changed, but replaced by another. */
    private record Names(Map<String, Collection> collections, Map<String, String> aliases) {

        @Nullable
        Collection find(String name) {
            return collections.get(aliases.getOrDefault(name, name));
        }
    }
}
