// Depth alone, seen from the key lamp.
#ifdef VERTEX
layout(location = 0) in vec3 in_position;
uniform mat4 u_model, u_view_projection;
#ifdef MANY
layout(location = 4) in mat4 in_model;
#define u_model in_model
#endif
void main() { gl_Position = u_view_projection * (u_model * vec4(in_position, 1.0)); }
#else
void main() {}
#endif
