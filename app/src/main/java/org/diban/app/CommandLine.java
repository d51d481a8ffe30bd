package org.diban.app;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.diban.app.database.DataFolder;
import org.diban.app.database.DatabaseSettings;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.PropertyResolver;
import org.springframework.core.env.StandardEnvironment;

/**
 * What was asked for on the command line.
 *
 * @param command what to do
 * @param operands what follows the command and is no option
 * @param properties the options, by the names of the properties that they set
 */
record CommandLine(Command command, List<String> operands, Map<String, String> properties) {
    private static final Map<String, String> OPTIONS = Map.of(
            "--port", "server.port",
            "--data", "diban.data",
            "--db-url", "diban.database.url",
            "--lang", "diban.language");
    private static final Map<String, String> FLAGS = Map.of("--empty", "diban.sample=false");

    CommandLine {
        operands = List.copyOf(operands);
        properties = Map.copyOf(properties);
    }

    /**
     * Reads the arguments: a command, its operands and options in any order. {@code --option value} and {@code --option=value} are the same;
     * {@code --name.of.property=value} sets any property.
     *
     * @throws org.diban.kernel.problem.ProblemException with {@link StartProblem#USAGE}
     */
    static CommandLine parse(String... arguments) {
        List<String> words = new ArrayList<>();
        Map<String, String> properties = new HashMap<>();
        for (int i = 0; i < arguments.length; i++) {
            String argument = arguments[i];
            if (!argument.startsWith("--")) {
                words.add(argument);
                continue;
            }
            int equals = argument.indexOf('=');
            String name = equals < 0 ? argument : argument.substring(0, equals);
            String property = OPTIONS.get(name);
            if (property != null) {
                if (equals < 0 && ++i == arguments.length) {
                    throw StartProblem.USAGE.exception(argument);
                }
                properties.put(property, equals < 0 ? arguments[i] : argument.substring(equals + 1));
            } else if (FLAGS.containsKey(argument)) {
                String flag = FLAGS.get(argument);
                properties.put(flag.substring(0, flag.indexOf('=')), flag.substring(flag.indexOf('=') + 1));
            } else if (equals > 0 && name.contains(".")) {
                properties.put(name.substring(2), argument.substring(equals + 1));
            } else {
                throw StartProblem.USAGE.exception(argument);
            }
        }
        Command command = Command.startOf(words);
        List<String> operands = words.subList(Math.min(command.words().size(), words.size()), words.size());
        if (operands.size() != command.operands()) {
            throw StartProblem.USAGE.exception(String.join(" ", words));
        }
        return new CommandLine(command, operands, properties);
    }

    /** The language of what is printed: Chinese unless {@code --lang en}. */
    Locale language() {
        return "en".equals(environment().getProperty("diban.language")) ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
    }

    /** The data folder, which need not be there: {@code --data}, else {@code DIBAN_DATA}, else {@code ~/.local/share/diban}. */
    Path dataPath() {
        return Path.of(environment().resolveRequiredPlaceholders("${diban.data:${user.home}/.local/share/diban}"));
    }

    /** The database that the options and the process environment name. */
    DatabaseSettings database() {
        return externalDatabase()
                .<DatabaseSettings>map(Function.identity())
                .orElseGet(() -> new DatabaseSettings.Embedded(DataFolder.at(dataPath())));
    }

    /** The external database that is named; nothing when the embedded one is meant. */
    Optional<DatabaseSettings.External> externalDatabase() {
        return DatabaseSettings.external(environment());
    }

    /** The options as arguments for Spring. */
    String[] springArguments() {
        return properties.entrySet().stream()
                .map(option -> "--" + option.getKey() + "=" + option.getValue())
                .toArray(String[]::new);
    }

    private PropertyResolver environment() {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("options", Map.copyOf(properties)));
        return environment;
    }
}
