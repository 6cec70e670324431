package nl.schakel.standalone;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** What a service says of itself in OpenAPI, route by route. */
record Described(JsonNode whole) {

    /** Stand in every body; told once. */
    static final Set<String> IN_EVERY_BODY = Set.of("gebeurdOp", "gemeldDoor");

    /** One route; {@code fields} of its body, or of its answer when it has none. */
    record Operation(String method, String path, JsonNode said, Described in) {

        String name() {
            return method + " " + path;
        }

        List<String> parameters(String where) {
            return said.path("parameters")
                    .valueStream()
                    .filter(parameter -> parameter.path("in").stringValue("").equals(where))
                    .map(parameter -> parameter.required("name").stringValue())
                    .toList();
        }

        JsonNode body() {
            return in.resolved(said.at("/requestBody/content/application~1json/schema"));
        }

        List<String> codes() {
            return said.required("responses")
                    .propertyStream()
                    .map(Map.Entry::getKey)
                    .filter(code -> !code.equals("default"))
                    .toList();
        }

        JsonNode answer() {
            var path = "/responses/" + codes().getFirst() + "/content/application~1json/schema";
            return in.resolved(said.at(path));
        }

        /** What kind of answer it is: JSON, or a file. */
        String media() {
            var content = said.at("/responses/" + codes().getFirst() + "/content");
            return content.propertyNames().iterator().next();
        }
    }

    static Described at(String base) {
        return new Described(Wire.ask("GET", base + "/v1/openapi.json", null).json());
    }

    List<Operation> operations() {
        var all = new ArrayList<Operation>();
        whole.required("paths")
                .forEachEntry(
                        (path, methods) ->
                                methods.forEachEntry(
                                        (method, said) ->
                                                all.add(
                                                        new Operation(
                                                                method.toUpperCase(Locale.ROOT),
                                                                path,
                                                                said,
                                                                this))));
        all.sort(Comparator.comparing(Operation::path).thenComparing(Operation::method));
        return all;
    }

    /** Every name of a field, however deep, of every body and every answer. */
    Set<String> names() {
        var names = new TreeSet<String>();
        whole.required("components")
                .required("schemas")
                .forEach(schema -> schema.path("properties").propertyNames().forEach(names::add));
        return names;
    }

    /**
     * The fields of a schema in their order, those inside in brackets, those needed with a star.
     */
    String fields(JsonNode schema, Set<String> except) {
        var needed = schema.path("required").valueStream().map(JsonNode::stringValue).toList();
        return schema.path("properties").propertyNames().stream()
                .filter(name -> !except.contains(name))
                .map(name -> field(name, schema.at("/properties/" + name), needed.contains(name)))
                .collect(joining(", "));
    }

    private String field(String name, JsonNode schema, boolean needed) {
        var inside = resolved(schema.has("items") ? schema.required("items") : schema);
        return "`%s`%s%s%s"
                .formatted(
                        name,
                        needed ? "*" : "",
                        schema.has("items") ? "[]" : "",
                        inside.has("properties") ? " (" + fields(inside, Set.of()) + ")" : "");
    }

    private JsonNode resolved(JsonNode schema) {
        return schema.has("$ref")
                ? whole.at(schema.required("$ref").stringValue().substring(1))
                : schema;
    }
}
