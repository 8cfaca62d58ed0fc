package dev.cashet.architecture;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Maven's project files as far as the laws ask. */
final class Poms {
  private Poms() {}

  /**
   * A dependency of a module, not one of its dependencyManagement.
   *
   * @param artifact its artifact id
   * @param scope its scope; compile where the pom says nothing
   */
  record Dependency(String artifact, String scope) {}

  static Element read(Path file) {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(file.toFile())
          .getDocumentElement();
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new IllegalStateException("cannot read " + file, e);
    }
  }

  static List<Dependency> dependencies(Element project) {
    List<Dependency> found = new ArrayList<>();
    for (Element group : children(project, "dependencies")) {
      for (Element dependency : children(group, "dependency")) {
        List<Element> scope = children(dependency, "scope");
        found.add(new Dependency(
            children(dependency, "artifactId").get(0).getTextContent(),
            scope.isEmpty() ? "compile" : scope.get(0).getTextContent()));
      }
    }
    return found;
  }

  static String artifact(Element project) {
    return children(project, "artifactId").get(0).getTextContent();
  }

  /** The texts of all elements of this name, at any depth. */
  static List<String> texts(Element project, String name) {
    List<String> texts = new ArrayList<>();
    NodeList nodes = project.getElementsByTagName(name);
    for (int i = 0; i < nodes.getLength(); i++) {
      texts.add(nodes.item(i).getTextContent().strip());
    }
    return texts;
  }

  private static List<Element> children(Element parent, String name) {
    List<Element> found = new ArrayList<>();
    for (Node child = parent.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element && element.getTagName().equals(name)) {
        found.add(element);
      }
    }
    return found;
  }
}
