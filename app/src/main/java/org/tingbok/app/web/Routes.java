package org.tingbok.app.web;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.List;

/// The addresses of the pages, each with what it asks of whoever asks for it: reading for a question, recording for whatever is
/// handed in, unless something else stands beside it. There is no way to add an address that asks for nothing by mistake.
final class Routes {
  private final List<Route> all = new ArrayList<>();
  private final List<Handler> first = new ArrayList<>();

  /// An address.
  ///
  /// @param method how it is asked for
  /// @param path with parameters in braces
  /// @param need what it asks of whoever asks
  /// @param handler who answers
  record Route(HandlerType method, String path, Need need, Handler handler) {
  }

  void get(String path, Handler handler) {
    get(path, Need.READ, handler);
  }

  void get(String path, Need need, Handler handler) {
    all.add(new Route(HandlerType.GET, path, need, handler));
  }

  void post(String path, Handler handler) {
    post(path, Need.RECORD, handler);
  }

  void post(String path, Need need, Handler handler) {
    all.add(new Route(HandlerType.POST, path, need, handler));
  }

  /// Who is asked before any page of those who may read.
  void before(Handler handler) {
    first.add(handler);
  }

  /// All of them, in the order in which they were added: the same for every server.
  List<Route> all() {
    return List.copyOf(all);
  }

  /// Those who are asked first, in order.
  List<Handler> first() {
    return List.copyOf(first);
  }
}
