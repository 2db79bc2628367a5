// A scene drawn with fewer pixels than the window has, spread over its place there.
#ifdef VERTEX
void main() {
  gl_Position = vec4(gl_VertexID == 1 ? 3.0 : -1.0, gl_VertexID == 2 ? 3.0 : -1.0, 0.0, 1.0);
}
#else
uniform sampler2D u_drawn;
uniform vec4 u_area;
layout(location = 0) out vec4 out_colour;
void main() {
  out_colour = vec4(texture(u_drawn, (gl_FragCoord.xy - u_area.xy) / u_area.zw).rgb, 1.0);
}
#endif
