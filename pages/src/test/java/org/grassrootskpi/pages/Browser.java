package org.grassrootskpi.pages;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A Chromium without a window, told what to do by the WebDriver protocol of W3C, which needs no more than HTTP and JSON. */
final class Browser {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SCRIPT_MILLISECONDS = 300_000;
    private static final Pattern PORT = Pattern.compile("started successfully on port (\\d+)");

    private final Process driver;
    private final HttpClient http = HttpClient.newHttpClient();
    private final String address;
    private final String session;

    private Browser(Process driver, String port, ObjectNode capabilities) throws IOException, InterruptedException {
        this.driver = driver;
        this.address = "http://127.0.0.1:" + port + "/session";
        this.session = post("", capabilities).get("sessionId").asText();
    }

    /** Returns why there is no browser to test with, or nothing where there is one. */
    static Optional<String> absence() {
        return Stream.of("chromium", "chromedriver")
                .filter(program -> find(program).isEmpty())
                .map(program ->
                        "there is no " + program + " on the path; on Debian: apt-get install chromium chromium-driver")
                .findFirst();
    }

    static Browser start() throws IOException, InterruptedException {
        Process driver = new ProcessBuilder(find("chromedriver").orElseThrow().toString(), "--port=0")
                .redirectErrorStream(true)
                .start();
        BufferedReader out = new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            Matcher started = PORT.matcher(line);
            if (started.find()) {
                return new Browser(driver, started.group(1), capabilities());
            }
        }
        throw new IOException("The driver ended without a port");
    }

    private static Optional<Path> find(String program) {
        return Splitter.on(File.pathSeparatorChar)
                .splitToStream(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static ObjectNode capabilities() {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode match = root.putObject("capabilities").putObject("alwaysMatch");
        match.putObject("timeouts").put("script", SCRIPT_MILLISECONDS);
        match.putObject("goog:loggingPrefs").put("browser", "ALL");
        ObjectNode chrome = match.putObject("goog:chromeOptions");
        chrome.put("binary", find("chromium").orElseThrow().toString());
        ArrayNode arguments = chrome.putArray("args");
        List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars")
                .forEach(arguments::add);
        return root;
    }

    /** Opens a file; the query goes behind its address. */
    void open(Path file, String query) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put("url", file.toUri() + query);
        post("/url", body);
    }

    /** Sets the size of the page, which may be narrower than a window can be. */
    void size(int width, int height) throws IOException, InterruptedException {
        devTools(
                "Emulation.setDeviceMetricsOverride",
                JSON.createObjectNode()
                        .put("width", width)
                        .put("height", height)
                        .put("deviceScaleFactor", 1)
                        .put("mobile", false));
    }

    /** Runs a script on the page, by the driver's own channel, which the page's policy does not concern. */
    JsonNode run(String script, Object... arguments) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put("script", script);
        body.set("args", JSON.valueToTree(arguments));
        return post("/execute/sync", body);
    }

    /** Runs a script whose answer is a list of texts. */
    List<String> texts(String script, Object... arguments) throws IOException, InterruptedException {
        return texts(run(script, arguments));
    }

    static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    /** Runs a script that calls its last argument with the answer. */
    JsonNode await(String script) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        body.put("script", script);
        body.putArray("args");
        return post("/execute/async", body);
    }

    /** Types keys, as a person does. */
    void press(String keys) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode();
        ObjectNode keyboard =
                body.putArray("actions").addObject().put("type", "key").put("id", "keyboard");
        ArrayNode actions = keyboard.putArray("actions");
        keys.codePoints().forEach(key -> {
            String text = Character.toString(key);
            actions.addObject().put("type", "keyDown").put("value", text);
            actions.addObject().put("type", "keyUp").put("value", text);
        });
        post("/actions", body);
    }

    /** Returns what the browser's console has said since it was last asked. */
    JsonNode console() throws IOException, InterruptedException {
        return post("/se/log", JSON.createObjectNode().put("type", "browser"));
    }

    JsonNode devTools(String command, ObjectNode parameters) throws IOException, InterruptedException {
        ObjectNode body = JSON.createObjectNode().put("cmd", command);
        body.set("params", parameters);
        return post("/goog/cdp/execute", body);
    }

    void downloadsTo(Path folder) throws IOException, InterruptedException {
        devTools(
                "Browser.setDownloadBehavior",
                JSON.createObjectNode().put("behavior", "allow").put("downloadPath", folder.toString()));
    }

    /** Prints the page as a PDF, on the paper that its style sheet names. */
    byte[] pdf() throws IOException, InterruptedException {
        ObjectNode parameters =
                JSON.createObjectNode().put("preferCSSPageSize", true).put("printBackground", true);
        return Base64.getDecoder()
                .decode(devTools("Page.printToPDF", parameters).get("data").asText());
    }

    private JsonNode post(String path, JsonNode body) throws IOException, InterruptedException {
        String at = session == null ? address : address + "/" + session + path;
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(at))
                        .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + ": " + answer.body());
        }
        return JSON.readTree(answer.body()).get("value");
    }

    /** Ends the browser and its driver. */
    void stop() throws IOException, InterruptedException {
        http.send(
                HttpRequest.newBuilder(URI.create(address + "/" + session))
                        .DELETE()
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        driver.destroy();
        driver.waitFor();
    }
}
